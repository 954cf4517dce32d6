package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoCompilerStopTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    @Test
    public void anInterruptDuringTheFirstTargetEndsItsCompiler() throws Exception {
        assertStopped("linux/amd64");
    }

    @Test
    public void anInterruptDuringTheOthersEndsTheirCompilers() throws Exception {
        assertStopped("linux/amd64", "linux/arm64");
    }

    /** Stops the build while the last target, whose compiler takes ten minutes, is compiled. */
    private void assertStopped(String... targets) throws Exception {
        Workspace workspace = Workspace.tagged(folder.getRoot().toPath().resolve("w"));
        String last = targets[targets.length - 1].split("/")[1];
        CountDownLatch compiling = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        ProcessRunner slow = (command, environment, directory, out, err) -> {
            if (!command.contains("build") || !last.equals(environment.get("GOARCH"))) {
                return workspace.run(command, environment, directory, out, err);
            }
            compiling.countDown();
            try {
                return workspace.run(List.of("sleep", "600"), environment, directory, out, err);
            } finally {
                ended.set(true);
            }
        };
        Thread thread = new Thread(() -> {
            try {
                GoCompiler.compile(GoBuild.builder().targets(targets).build(), slow, workspace.log);
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        thread.start();
        compiling.await();
        thread.interrupt();
        thread.join();
        assertTrue(ended.get());
        assertEquals(InterruptedException.class, thrown.get().getClass());
    }
}
