package io.jenkins.plugins.godeploy.config;

import static io.jenkins.plugins.godeploy.config.GoDeployFile.Reader.COMMAND_LINE;
import static io.jenkins.plugins.godeploy.config.GoDeployFile.Reader.JENKINS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoDeployFileComplaintsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void anUnknownKeyNamesTheNearest() {
        assertComplaint(
                "godeploy.yaml:2:1: There is no key 'enviroments'; did you mean 'environments'?",
                "service: shop\nenviroments: {}\n");
    }

    @Test
    public void anUnknownKeyThatIsNearToNoneListsThemAll() {
        assertComplaint(
                "godeploy.yaml:2:1: There is no key 'replicas'; there are service, build, environments.",
                "service: shop\nreplicas: 3\n");
    }

    @Test
    public void anUnknownKeyInsideSaysWhere() {
        assertEnvironment(
                "6:5: There is no key 'helth' in environments.production; did you mean 'health'?", "helth: {}");
    }

    @Test
    public void aWrongTypeSaysWhatItIsAndWhatItTakes() {
        assertEnvironment(
                "6:11: environments.production.path is a list; it takes a folder such as /opt/shop.", "path: [a]");
        assertEnvironment("6:11: environments.production.keep is 'five'; it takes a number of releases.", "keep: five");
        assertEnvironment(
                "6:12: environments.production.units is 'shop.service'; it takes a list of systemd units such as"
                        + " shop.service.",
                "units: shop.service");
        assertEnvironment("6:10: environments.production.path is empty; it takes a folder such as /opt/shop.", "path:");
    }

    @Test
    public void aKeyThatIsThereTwiceIsRefused() {
        assertComplaint(
                "godeploy.yaml:2:1: The key service is there twice, first at godeploy.yaml:1:1; leave one of them away.",
                "service: shop\nservice: shop\n");
    }

    @Test
    public void aMissingKeyIsShownWithAnExample() {
        assertComplaint(
                "godeploy.yaml:1:1: The file has no key service; it needs one, such as service: shop.", "build: {}\n");
        assertComplaint(
                "godeploy.yaml:3:15: environments.production has no key hosts; it needs one, such as hosts:"
                        + " [web1.example.org].",
                "service: shop\nenvironments:\n  production: {ssh: {user: deploy}}\n");
    }

    @Test
    public void anEnvironmentWithoutHostsIsRefused() {
        assertComplaint(
                "godeploy.yaml:3:44: Environment production has no hosts; it needs at least one.",
                "service: shop\nenvironments:\n  production: {ssh: {user: deploy}, hosts: []}\n");
    }

    @Test
    public void theSameHostTwiceIsRefusedAtTheSecond() {
        assertComplaint(
                "godeploy.yaml:3:51: Environment production has the host web1 twice; each needs a name of its own.",
                "service: shop\nenvironments:\n  production: {ssh: {user: deploy}, hosts: [web1, web1]}\n");
        assertComplaint(
                "godeploy.yaml:3:51: Environment production has the same host twice: web1 and b are both web1 port 22;"
                        + " leave one away.",
                "service: shop\nenvironments:\n  production: {ssh: {user: deploy}, hosts: [web1, {name: b, address: web1}]}\n");
    }

    @Test
    public void namesThatAreNotNamesAreRefused() {
        for (String name : new String[] {"../shop", "my shop", "'sh\"op'", "a;b", "\"a\\nb\"", "a".repeat(300), "商店"}) {
            String message = complaint("service: " + name + "\n");
            assertTrue(message, message.startsWith("godeploy.yaml:1:10: The service name '"));
            assertFalse(message, message.contains("\n"));
        }
    }

    @Test
    public void versionsThatAreNotVersionsAreRefused() {
        for (String version : new String[] {"../1", "1 0", "'1\"0'", "1;0", "\"1\\n0\"", "1".repeat(300), "一"}) {
            String message = complaint("service: shop\nbuild: {version: " + version + "}\n");
            assertTrue(message, message.startsWith("godeploy.yaml:2:18: The version '"));
        }
    }

    @Test
    public void aRuleThatIsBrokenPointsToItsValue() {
        assertEnvironment("6:11: The path /etc belongs to the system; it takes a folder", "path: /etc");
        assertEnvironment("6:11: keep is 1; it takes 2 to 1000 releases", "keep: 1");
        assertEnvironment("6:13: '-H.service' is not the name of a systemd service", "units: [-H.service]");
        assertEnvironment("6:39: '5' is not a duration", "strategy: {rollingUpdate: {pause: 5}}");
        assertEnvironment("6:39: The batch '0' is not valid", "strategy: {rollingUpdate: {batch: 0}}");
        assertEnvironment("6:15: The expression '(main' for branches", "branches: (main");
    }

    @Test
    public void aComplaintHasOnePosition() {
        assertComplaint(
                "godeploy.yaml:2:56: '5' is not a duration",
                "service: shop\nenvironments: {a: {ssh: {user: deploy, connectTimeout: 5}, hosts: [b]}}\n");
        assertComplaint(
                "godeploy.yaml:2:46: Host b: 99999 is not a port",
                "service: shop\nenvironments: {a: {ssh: {user: deploy, jump: {name: b, address: b, port: 99999}}, hosts: [b]}}\n");
    }

    @Test
    public void clientsThatAreNotThereListThoseThatAre() {
        assertComplaint(
                "godeploy.yaml:2:48: There is no SSH client 'putty'; there are auto, trilead and mina.",
                "service: shop\nenvironments: {a: {ssh: {user: deploy, client: putty}, hosts: [b]}}\n");
    }

    @Test
    public void strategiesThatAreNotThereListThoseThatAre() {
        assertEnvironment(
                "6:16: There is no strategy 'canari'; did you mean 'canary'?", "strategy: {canari: {hosts: 1}}");
        assertEnvironment(
                "6:15: There is no strategy 'blueGreen'; there are rollingUpdate, canary, allAtOnce.",
                "strategy: blueGreen");
        assertEnvironment(
                "6:15: There is no strategy 'rolling-update'; did you mean 'rollingUpdate'?",
                "strategy: rolling-update");
        assertEnvironment(
                "6:28: There is no key 'x' in environments.production.strategy.allAtOnce; it takes none.",
                "strategy: {allAtOnce: {x: 1}}");
        assertEnvironment(
                "6:32: The number of canary hosts '0' is not valid; it takes a number of hosts from 1",
                "strategy: {canary: {hosts: 0}}");
        assertEnvironment("6:24: bake is 48h; it takes 0s to 24h.", "strategy: {canary: {bake: 48h}}");
        assertEnvironment(
                "6:15: The canary takes 1 of one host; it has to leave at least one host to follow",
                "strategy: canary");
    }

    @Test
    public void hooksThatCannotRunAreRefused() {
        assertEnvironment(
                "6:13: environments.production.hooks[0] says neither before nor after; it takes one of them",
                "hooks: [{run: x}]");
        assertEnvironment(
                "6:22: There is no phase 'restart'; there are look, send, switch, prove, settle and return.",
                "hooks: [{before: restart, run: x}]");
        assertEnvironment(
                "6:13: The hook before look cannot run on the host, which nobody has connected to by then",
                "hooks: [{before: look, run: x}]");
        assertEnvironment("6:13: The hook after send cannot run once", "hooks: [{after: send, run: x, once: true}]");
        assertEnvironment("6:13: timeout is 2h; it takes 1s to 1h.", "hooks: [{after: send, run: x, timeout: 2h}]");
        assertEnvironment(
                "6:39: A hook cannot run at 'balancer'; it takes host or agent.",
                "hooks: [{after: send, run: x, at: balancer}]");
        assertEnvironment(
                "6:42: environments.production.hooks[0].once is 'yes'; it takes true or false.",
                "hooks: [{after: prove, run: x, once: yes}]");
        assertEnvironment("6:15: deadline is 1s; it takes 10s to 48h.", "deadline: 1s");
    }

    @Test
    public void healthChecksThatAreNotThereListThoseThatAre() {
        assertEnvironment("6:14: There is no health check 'http'; there are httpHealth", "health: {http: {}}");
        assertEnvironment(
                "6:13: environments.production.health is no check; it takes one of httpHealth", "health: httpHealth");
        assertEnvironment("6:26: environments.production.health.httpHealth has no key url", "health: {httpHealth: {}}");
    }

    @Test
    public void oneWayToStartTheServiceIsEnough() {
        assertEnvironment(
                "7:5: Both units and userUnits say what starts the service; leave one of them away.",
                "units: [a.service]",
                "userUnits: [a.service]");
    }

    @Test
    public void aProofThatCannotBeHadPointsToTheWord() {
        assertEnvironment(
                "7:12: The proof exact cannot be had from commands without a pidFile",
                "commands: {start: a, stop: b, status: c}",
                "proof: exact");
    }

    @Test
    public void whatIsNotYamlSaysWhere() {
        assertComplaint("godeploy.yaml:3:1: this is not YAML", "service: shop\nbuild: {main: .\n");
        assertComplaint("godeploy.yaml:2:1: this is not YAML", "service: shop\n\tbuild: x\n");
        assertComplaint(
                "godeploy.yaml:1:14: this is not YAML that can be read here: the character U+0007",
                "service: shop\u0007\n");
        assertComplaint("godeploy.yaml:1:1: the file is empty", "# nothing\n");
        assertComplaint("godeploy.yaml:1:1: The file is 'shop'; it takes keys with values.", "shop\n");
        assertComplaint("godeploy.yaml:2:1: this is not YAML", "service: shop\n---\nservice: shop\n");
    }

    @Test
    public void tagsMakeNoObjects() {
        assertComplaint(
                "godeploy.yaml:1:10: this is not YAML that can be read here: Global tag is not allowed",
                "service: !!javax.script.ScriptEngineManager []\n");
        assertComplaint("godeploy.yaml:1:10: The tag !x is not understood here", "service: !x shop\n");
    }

    @Test
    public void mergeKeysAreRefused() {
        assertComplaint(
                "godeploy.yaml:4:7: Merge keys (<<) are not understood here",
                "service: shop\nenvironments:\n  a: &a {ssh: {user: deploy}, hosts: [x]}\n  b: {<<: *a}\n");
    }

    @Test
    public void bombsAreRefused() {
        StringBuilder aliases = new StringBuilder("a: &a [x]\n");
        for (int i = 0; i < 30; i++) {
            aliases.append("k").append(i).append(": [*a, *a]\n");
        }

        assertTrue(complaint(aliases.toString()).contains("this is not YAML that can be read here"));
        assertTrue(complaint("service: " + "[".repeat(5000)).contains("this is not YAML that can be read here"));
        assertTrue(complaint("service: " + "x".repeat(2_000_000)).contains("it takes at most 1048576"));
        assertComplaint("godeploy.yaml:1:10: service is a list; it takes a name such as shop.", "service: &a [*a]\n");
    }

    @Test
    public void inJenkinsNoFileOfTheAgentIsRead() {
        String start = "service: shop\nenvironments: {a: {hosts: [x], ssh: {user: deploy, ";

        assertTrue(complaint(start + "identityFile: ~/.ssh/id_rsa}}}", JENKINS)
                .startsWith("godeploy.yaml:2:52: identityFile is for the command line alone"));
        assertTrue(complaint(start + "certificateFile: ~/.ssh/id_rsa-cert.pub}}}", JENKINS)
                .startsWith("godeploy.yaml:2:52: certificateFile is for the command line alone"));
        for (String outside : new String[] {"/etc/ssh/known", "~/known", "../known", "a/../../known"}) {
            assertTrue(complaint(start + "knownHosts: " + outside + "}}}", JENKINS)
                    .startsWith("godeploy.yaml:2:64: The knownHosts '" + outside + "' is outside of the repository"));
        }
    }

    @Test
    public void aFileThatIsNotThereOrNotTextIsRefused() throws Exception {
        Path missing = folder.getRoot().toPath().resolve("godeploy.yaml");
        Path binary = folder.getRoot().toPath().resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertTrue(assertThrows(BadInputException.class, () -> GoDeployFile.read(missing, COMMAND_LINE))
                .getMessage()
                .startsWith("There is no file " + missing));
        assertTrue(assertThrows(BadInputException.class, () -> GoDeployFile.read(binary, COMMAND_LINE))
                .getMessage()
                .contains("is not text in UTF-8"));
    }

    private static void assertEnvironment(String start, String... lines) {
        assertComplaint(
                "godeploy.yaml:" + start,
                "service: shop\nenvironments:\n  production:\n    ssh: {user: deploy}\n    hosts: [web1]\n    "
                        + String.join("\n    ", lines) + "\n");
    }

    private static void assertComplaint(String start, String text) {
        String message = complaint(text);
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
    }

    private static String complaint(String text) {
        return complaint(text, COMMAND_LINE);
    }

    private static String complaint(String text, GoDeployFile.Reader reader) {
        return assertThrows(text, BadInputException.class, () -> GoDeployFile.parse(text, "godeploy.yaml", reader))
                .getMessage();
    }
}
