package io.jenkins.plugins.godeploy.process;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LocalProcessRunnerTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path base;
    private LocalProcessRunner runner;

    @Before
    public void setUp() {
        base = folder.getRoot().toPath();
        runner = new LocalProcessRunner(base);
    }

    @Test
    public void keepsTheTwoStreamsApartAndReturnsTheStatus() throws Exception {
        int status = sh(Map.of(), ".", "echo to-out; echo to-err >&2; exit 3");
        assertEquals("3 to-out\n to-err\n", status + " " + out + " " + err);
    }

    @Test
    public void runsInAFolderBelowTheBase() throws Exception {
        Files.createDirectories(base.resolve("a/b"));
        sh(Map.of(), "a/b", "pwd -P");
        assertEquals(base.toRealPath().resolve("a/b") + "\n", out.toString());
    }

    @Test
    public void setsVariablesOnTopOfItsOwn() throws Exception {
        sh(Map.of("GREETING", "hello you"), ".", "echo \"$GREETING\"; test -n \"$PATH\"");
        assertEquals("hello you\n", out.toString());
    }

    @Test
    public void passesArgumentsWithoutAShell() throws Exception {
        runner.run(List.of("printf", "%s|", "a b", "$HOME", "*;'\""), Map.of(), ".", out, err);
        assertEquals("a b|$HOME|*;'\"|", out.toString());
    }

    @Test
    public void carriesManyBytesOnBothStreamsAtOnce() throws Exception {
        sh(Map.of(), ".", "head -c 3000000 /dev/zero >&2 & head -c 3000000 /dev/zero; wait");
        assertEquals("3000000 3000000", out.size() + " " + err.size());
    }

    @Test
    public void givesTheProcessAnEmptyInput() throws Exception {
        assertEquals(0, sh(Map.of(), ".", "cat"));
    }

    @Test
    public void saysWhichProgramThereIsNot() {
        ProgramNotFoundException e = assertThrows(
                ProgramNotFoundException.class, () -> runner.run(List.of("no-such-program"), Map.of(), ".", out, err));
        assertEquals("no-such-program", e.program());
    }

    @Test
    public void looksTheProgramUpInThePathItIsGiven() throws Exception {
        Path program = Files.writeString(base.resolve("hello"), "#!/bin/sh\necho found\n", StandardCharsets.UTF_8);
        assertTrue(program.toFile().setExecutable(true));
        runner.run(List.of("hello"), Map.of("PATH", base.toString()), ".", out, err);
        assertEquals("found\n", out.toString());
    }

    @Test
    public void findsNothingOutsideThePathItIsGiven() {
        assertThrows(
                ProgramNotFoundException.class,
                () -> runner.run(List.of("sh"), Map.of("PATH", base.toString()), ".", out, err));
    }

    @Test
    public void aMissingFolderIsNotAMissingProgram() {
        IOException e = assertThrows(IOException.class, () -> sh(Map.of(), "nowhere", "true"));
        assertTrue(e.getMessage(), e.getMessage().contains("nowhere"));
    }

    @Test
    public void tellsWhenTheOutputCannotBeWritten() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the log is full");
            }
        };
        IOException e = assertThrows(
                IOException.class,
                () -> runner.run(List.of("head", "-c", "300000", "/dev/zero"), Map.of(), ".", broken, err));
        assertEquals("the log is full", e.getMessage());
    }

    @Test
    public void anInterruptEndsTheProcessAndItsChildren() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        OutputStream signal = new OutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
                if (b == '\n') {
                    started.countDown();
                }
            }
        };
        Thread thread = new Thread(() -> {
            try {
                runner.run(List.of("sh", "-c", "sleep 600 & echo $! && wait"), Map.of(), ".", signal, err);
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        thread.start();
        started.await();
        ProcessHandle child =
                ProcessHandle.of(Long.parseLong(out.toString().trim())).orElseThrow();
        thread.interrupt();
        thread.join();
        child.onExit().join();
        assertFalse(child.isAlive());
        assertEquals(InterruptedException.class, thrown.get().getClass());
    }

    private int sh(Map<String, String> environment, String directory, String script) throws Exception {
        return runner.run(List.of("sh", "-c", script), environment, directory, out, err);
    }
}
