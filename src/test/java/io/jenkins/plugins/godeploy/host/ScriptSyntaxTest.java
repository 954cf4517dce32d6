package io.jenkins.plugins.godeploy.host;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.shell.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Every script of every service manager is one that the shells of hosts can read. */
@RunWith(Parameterized.class)
public class ScriptSyntaxTest {
    private static final Set<String> PARTS_OF_OTHERS = Set.of("lib.sh", "systemd.sh", "commands.sh");
    private static final List<List<String>> SHELLS =
            List.of(List.of("dash", "-n"), List.of("bash", "--posix", "-n"), List.of("busybox", "sh", "-n"));

    private final List<String> shell;
    private final ServiceManager manager;
    private final String phase;

    public ScriptSyntaxTest(List<String> shell, ServiceManager manager, String phase) {
        this.shell = shell;
        this.manager = manager;
        this.phase = phase;
    }

    @Parameters(name = "{0} {2} of {1}")
    public static Collection<Object[]> all() throws Exception {
        Path folder = Path.of(HostSession.class.getResource("lib.sh").toURI()).getParent();
        List<ServiceManager> managers = List.of(
                new ServiceManager.Systemd(List.of("shop.service", "app@1.service")),
                new ServiceManager.SystemdUser(List.of("shop.service")),
                new ServiceManager.Commands("run '1' &", "stop \"it\"", "test -e 'a b'", null));
        List<Object[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (String phase :
                    files.map(file -> file.getFileName().toString()).sorted().toList()) {
                for (List<String> shell : SHELLS) {
                    if (phase.endsWith(".sh") && !PARTS_OF_OTHERS.contains(phase) && installed(shell.get(0))) {
                        managers.forEach(manager -> all.add(new Object[] {shell, manager, phase}));
                    }
                }
            }
        }
        return all;
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    public void canBeRead() throws IOException, InterruptedException {
        ServiceOnHost service =
                new ServiceOnHost("/opt/shop", manager, "1", "O'Brien", "http://ci/job?a=b&c", Duration.ofSeconds(60));
        String script = ManagerScript.add(
                        service.values(new Script(HostSession.class)).part("lib.sh"), manager)
                .part(phase)
                .text();

        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        process.getOutputStream().write(("(\n" + script + ") </dev/null\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("", said);
        assertEquals(0, process.waitFor());
    }
}
