package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Bad input is one sentence on standard error and exit code 2. */
public class BadInputTest {
    private static final String YAML =
            "service: shop\nenvironments:\n  production: {ssh: {user: deploy}, hosts: [web1]}\n";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Cli cli;

    @Before
    public void cli() {
        cli = new Cli(folder.getRoot().toPath());
    }

    @Test
    public void noFile() {
        for (String command : new String[] {"build", "plan", "deploy", "rollback"}) {
            cli.refuses(
                    "There is no file godeploy.yaml; name the right one, or write it as in docs/godeploy-yaml.md.",
                    command);
        }
    }

    @Test
    public void anUnknownKey() throws Exception {
        cli.file("godeploy.yaml", "servce: shop\n");

        cli.refuses("godeploy.yaml:1:1: There is no key 'servce'; did you mean 'service'?", "build");
    }

    @Test
    public void aWrongType() throws Exception {
        cli.file("godeploy.yaml", "service: [shop]\n");

        cli.refuses("godeploy.yaml:1:10: service is a list; it takes a name such as shop.", "deploy");
    }

    @Test
    public void anEnvironmentWithoutHosts() throws Exception {
        cli.file("godeploy.yaml", YAML.replace("[web1]", "[]"));

        cli.refuses("godeploy.yaml:3:44: Environment production has no hosts; it needs at least one.", "deploy");
    }

    @Test
    public void theSameHostTwice() throws Exception {
        cli.file("godeploy.yaml", YAML.replace("[web1]", "[web1, web1]"));

        cli.refuses(
                "godeploy.yaml:3:51: Environment production has the host web1 twice; each needs a name of its own.",
                "deploy");
    }

    @Test
    public void aServiceNameWithALineBreakStaysOnOneLine() throws Exception {
        cli.file("godeploy.yaml", "service: \"a\\nb\"\n");

        assertEquals(2, cli.run("build"));
        assertTrue(cli.err, cli.err.contains("godeploy.yaml:1:10: The service name 'a?b' is not valid"));
        assertEquals(1, cli.err.lines().count());
    }

    @Test
    public void aVersionThatIsNone() throws Exception {
        cli.file("godeploy.yaml", YAML);
        for (String version : new String[] {"../1", "1 0", "1;0", "'1'", "1\n0", "1".repeat(300), "一"}) {
            assertEquals(2, cli.run("build", "--release-version", version));
            assertTrue(cli.err, cli.err.startsWith("go-deploy: The version '"));
            assertEquals(1, cli.err.lines().count());
        }
    }

    @Test
    public void anEnvironmentThatIsNotThere() throws Exception {
        cli.file("godeploy.yaml", YAML);

        cli.refuses("There is no environment 'prod'; there are production.", "deploy", "-e", "prod");
    }

    @Test
    public void noEnvironmentWhereThereAreTwo() throws Exception {
        cli.file("godeploy.yaml", YAML + "  staging: {ssh: {user: deploy}, hosts: [web2]}\n");

        cli.refuses("No environment is named; add -e with one of production, staging.", "deploy");
    }

    @Test
    public void noRelease() throws Exception {
        cli.file("godeploy.yaml", YAML);

        assertEquals(2, cli.run("deploy"));
        assertTrue(cli.err, cli.err.startsWith("go-deploy: There is no release in '"));
    }

    @Test
    public void noKey() throws Exception {
        cli.file("godeploy.yaml", YAML);

        cli.refuses(
                "There is no private key in ~/.ssh; name one with --identity, or as ssh.identityFile in godeploy.yaml.",
                "rollback");
        cli.refuses(
                "There is no file key that can be read, for the private key.", "rollback", "-i", cli.folder + "/key");
    }

    @Test
    public void aHistoryThatCannotBeWritten() throws Exception {
        cli.file("godeploy.yaml", YAML);
        Files.createDirectories(cli.folder.resolve("full"));

        assertEquals(2, cli.run("rollback", "--history", cli.folder + "/full"));
        assertTrue(cli.err, cli.err.contains("cannot be written"));
        assertEquals(2, cli.run("rollback", "--history", cli.folder + "/godeploy.yaml/history.jsonl"));
        assertTrue(cli.err, cli.err.contains("cannot be made"));
    }

    @Test
    public void aDeploymentNumberThatIsNotThere() throws Exception {
        cli.file("godeploy.yaml", YAML);

        cli.refuses("There is no deployment #7; go-deploy history lists them.", "rollback", "--to", "#7");
    }

    @Test
    public void filtersThatAreNone() throws Exception {
        cli.refuses(
                "There is no result 'good'; there are succeeded, returned, failed, refused and stopped.",
                "history",
                "--result",
                "good");
        cli.refuses("-n -1 is not a count; it takes 0 or more.", "history", "-n", "-1");
    }

    @Test
    public void optionsAndCommandsThatAreNotThere() {
        assertEquals(2, cli.raw("deploy", "--relase", "x"));
        assertTrue(cli.err, cli.err.startsWith("go-deploy: Unknown option"));
        assertEquals(2, cli.raw("histroy"));
        assertTrue(cli.err, cli.err.contains("Did you mean: go-deploy history"));
        assertEquals(2, cli.raw());
        assertTrue(cli.err, cli.err.startsWith("go-deploy: No command is named"));
        assertEquals(2, cli.raw("deploy", "--grace", "5"));
        assertTrue(cli.err, cli.err.contains("'5' is not a duration"));
    }

    @Test
    public void aStackTraceComesOnlyWhenAskedFor() {
        cli.run("build");
        assertFalse(cli.err, cli.err.contains("\tat "));

        cli.run("build", "--verbose");
        assertTrue(cli.err, cli.err.contains("\tat "));
    }
}
