package io.jenkins.plugins.godeploy.demo;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Which hosts {@code src/demo/with-hosts} takes, and that they go with the command. */
public class WithHostsIT {
    private static final Set<String> OF_REAL_HOSTS = Set.of("mmdebstrap", "systemd-nspawn", "apt-get");
    private static final String SHOW = "echo $DEMO_HOSTS_ARE; cat $DEMO_HOSTS/inventory";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private Path project;
    private String out;
    private String err;

    /** Where any user may read it. */
    @Before
    public void copy() throws IOException {
        project = temporary.getRoot().toPath().toRealPath();
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String file : List.of("src/demo/with-hosts", "src/setup/install", "target/go-deploy-cli.jar")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(Machine.project().resolve(file), project.resolve(file));
        }
    }

    @Test
    public void whoIsNotRootGetsEmbeddedOnesThatGoAtTheEnd() throws Exception {
        assertEquals(err, 0, run(asNobody(withHosts("sh", "-c", SHOW))));

        assertThat(
                err, containsString("embedded hosts, because no real ones can be had: they take root, and this is "));
        List<String> lines = out.lines().toList();
        assertEquals("embedded", lines.get(0));
        assertEquals(4, lines.size());
        for (String host : lines.subList(1, 4)) {
            String[] words = host.split(" ");
            assertThrows(ConnectException.class, () -> new Socket(words[1], Integer.parseInt(words[2])).close());
        }
    }

    @Test
    public void anotherSystemGetsEmbeddedOnes() throws Exception {
        ProcessBuilder command = withHosts("sh", "-c", SHOW);
        command.environment().put("PATH", shim("uname", "echo Darwin") + ":" + System.getenv("PATH"));

        assertEquals(err, 0, run(command));

        assertThat(err, containsString("they take Linux, and this is Darwin"));
        assertEquals("embedded", out.lines().findFirst().orElseThrow());
    }

    @Test
    public void aMachineWithoutTheirToolsGetsEmbeddedOnes() throws Exception {
        ProcessBuilder command = withHosts("sh", "-c", SHOW);
        command.environment().put("PATH", binWithout(OF_REAL_HOSTS).toString());

        assertEquals(err, 0, run(command));

        assertEquals("embedded", out.lines().findFirst().orElseThrow());
        if (Machine.isRoot()) {
            assertThat(err, containsString("mmdebstrap"));
        }
    }

    @Test
    public void realOnesThatWereAskedForAndCannotBeHadAreAnError() throws Exception {
        ProcessBuilder command = asNobody(withHosts("sh", "-c", SHOW));
        command.command().add(command.command().size() - 3, "--real");

        assertEquals(2, run(command));

        assertThat(err, containsString("there are no real hosts to be had: they take root, and this is "));
        assertEquals("", out);
    }

    @Test
    public void itEndsAsTheCommandDoes() throws Exception {
        ProcessBuilder command = withHosts("sh", "-c", "exit 7");
        command.command().add(command.command().size() - 3, "--embedded");

        assertEquals(7, run(command));

        assertThat(err, containsString("embedded hosts, as asked for"));
    }

    private ProcessBuilder withHosts(String... command) {
        List<String> all =
                new ArrayList<>(List.of(project.resolve("src/demo/with-hosts").toString()));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().keySet().removeIf(name -> name.equals("GODEPLOY_FLEET") || name.startsWith("FLEET_"));
        return builder;
    }

    /** As another user, where this one is root. */
    private static ProcessBuilder asNobody(ProcessBuilder builder) {
        if (Machine.isRoot()) {
            builder.command().addAll(0, List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        return builder;
    }

    private int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path errors = temporary.newFile().toPath();
        builder.redirectError(errors.toFile());
        Process process = builder.start();
        out = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroy();
        }
        err = Files.readString(errors);
        return process.exitValue();
    }

    private Path shim(String name, String script) throws IOException {
        Path bin = Files.createDirectories(project.resolve("bin"));
        Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
        bin.resolve(name).toFile().setExecutable(true, false);
        return bin;
    }

    /** A folder with all commands of this machine but those. */
    private Path binWithout(Set<String> missing) throws IOException {
        Path bin = Files.createDirectories(project.resolve("bin"));
        for (String folder : System.getenv("PATH").split(":")) {
            if (!Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (Stream<Path> commands = Files.list(Path.of(folder))) {
                for (Path command : commands.toList()) {
                    Path link = bin.resolve(command.getFileName());
                    if (!missing.contains(command.getFileName().toString()) && Files.notExists(link)) {
                        Files.deleteIfExists(link);
                        Files.createSymbolicLink(link, command);
                    }
                }
            }
        }
        return bin;
    }
}
