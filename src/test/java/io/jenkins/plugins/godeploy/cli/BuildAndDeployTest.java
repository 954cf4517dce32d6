package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.godeploy.testing.Machine;
import io.jenkins.plugins.godeploy.testing.SshKeygen;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Builds with the real compiler; the host refuses the connection, so nothing is changed. */
public class BuildAndDeployTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Cli cli;

    @Before
    public void project() throws IOException {
        Machine.require("go");
        cli = new Cli(folder.getRoot().toPath().toRealPath());
        cli.file("go.mod", "module example.org/hello\n\ngo 1.19\n");
        cli.file("main.go", "package main\n\nfunc main() {}\n");
        cli.file("known_hosts", "");
        SshKeygen.generate(cli.folder.resolve("key"), "ed25519", "");
        yaml("");
    }

    @Test
    public void buildLeavesAReleaseBesideTheYaml() throws Exception {
        assertEquals(0, cli.run("build", "--release-version", "1.0.0", "--json"));

        JsonNode release = new ObjectMapper().readTree(cli.out);
        assertEquals("hello", release.get("service").asText());
        assertEquals("1.0.0", release.get("version").asText());
        assertTrue(Files.exists(cli.folder.resolve("dist/SHA256SUMS")));
    }

    @Test
    public void aCompileErrorIsExitCodeTwo() throws Exception {
        cli.file("main.go", "package main\n\nfunc main() { x }\n");

        assertEquals(2, cli.run("build", "--release-version", "1.0.0"));

        assertTrue(cli.err, cli.err.contains("main.go:3:15"));
    }

    @Test
    public void aHostThatRefusesIsExitCodeTwoAndIsRecorded() throws Exception {
        cli.run("build", "--release-version", "1.0.0");

        assertEquals(2, cli.run("deploy", "--json"));

        JsonNode deployment = new ObjectMapper().readTree(cli.out);
        assertEquals("refused", deployment.get("result").asText());
        assertEquals(1, deployment.get("number").asInt());
        assertEquals("refused", deployment.get("hosts").get(0).get("result").asText());
        assertTrue(cli.err, cli.err.contains("web1"));
        cli.run("history");
        assertTrue(cli.out, cli.out.contains("refused"));
    }

    @Test
    public void aPlanTellsWhoWouldRefuse() throws Exception {
        cli.run("build", "--release-version", "1.0.0");

        assertEquals(2, cli.run("plan"));

        assertTrue(cli.out, cli.out.lines().anyMatch(line -> line.startsWith("web1")));
        assertFalse("a plan is no deployment", Files.exists(cli.folder.resolve(".godeploy")));
    }

    @Test
    public void aReleaseOfAnotherBranchIsRefused() throws Exception {
        yaml("branches: main");
        cli.run("build", "--release-version", "1.0.0");

        cli.refuses(
                "Environment production takes releases of the branches main, and this one does not know its branch;"
                        + " build it where git has a branch checked out.",
                "deploy");
    }

    @Test
    public void aHookAtTheAgentRunsBesideTheYaml() throws Exception {
        yaml("hooks: [{before: look, at: agent, run: 'echo \"$GO_DEPLOY_VERSION to $GO_DEPLOY_HOST\" >hook.log'}]");
        cli.run("build", "--release-version", "1.0.0");

        assertEquals(2, cli.run("deploy"));

        assertEquals(" to web1\n", Files.readString(cli.folder.resolve("hook.log")));
    }

    private void yaml(String more) throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        cli.file("godeploy.yaml", """
                service: hello
                build: {targets: [linux/amd64]}
                environments:
                  production:
                    ssh: {user: deploy, identityFile: key, knownHosts: known_hosts}
                    hosts: [{name: web1, address: 127.0.0.1, port: %d}]
                    %s
                """.formatted(closed, more));
    }
}
