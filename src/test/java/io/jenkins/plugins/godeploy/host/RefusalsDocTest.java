package io.jenkins.plugins.godeploy.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.SshOutput;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** docs/troubleshooting.md has every sentence with which a host refuses something, word for word. */
public class RefusalsDocTest {
    private static final Path SCRIPTS = Path.of("src/main/resources/io/jenkins/plugins/godeploy/host");
    private static final Pattern REFUSAL = Pattern.compile("\\b(?:refuse|receive_failed) ([a-z][a-z-]+)");
    private static final Host HOST = new Host("web1", "web1.example.org", 22);

    /** What a script tells with each refusal, in the document's examples. */
    private static final Map<String, String> DETAILS = new TreeMap<>(Map.ofEntries(
            Map.entry("busy", "/opt/shop"),
            Map.entry("changed", "1.0.0-6dd77cd7878b"),
            Map.entry("control", "sudo: a password is required"),
            Map.entry("current-elsewhere", "/srv/shop/v1"),
            Map.entry("current-not-link", "/opt/shop/current"),
            Map.entry("damaged", "1.0.0-6dd77cd7878b"),
            Map.entry("damaged-current", "1.1.0-58b54e50d2a6"),
            Map.entry("disk-full", "tar: shop: Cannot write: No space left on device"),
            Map.entry("exec-elsewhere", "/usr/local/bin/shop -addr :8080"),
            Map.entry("inactive", "shop.service is activating (auto-restart), result exit-code, exit status 2; "),
            Map.entry("journal", "/opt/shop/journal.jsonl"),
            Map.entry("lock-lost", "bob https://jenkins.example.org/job/shop/13/"),
            Map.entry("locked", "42"),
            Map.entry("no-http-tool", "curl"),
            Map.entry("no-path", "/opt/shop"),
            Map.entry("no-rename", "/opt/shop"),
            Map.entry("no-sudo", "shop.service"),
            Map.entry("no-systemd", "systemctl"),
            Map.entry("no-tcp-tool", "python3"),
            Map.entry("no-tool", "sha256sum"),
            Map.entry("no-unit", "shop.service"),
            Map.entry("no-user-manager", "deploy"),
            Map.entry("no-watcher", "setsid"),
            Map.entry("not-here", "1.0.0-6dd77cd7878b"),
            Map.entry("not-switched", "1.1.0-58b54e50d2a6"),
            Map.entry("not-whole", "shop: FAILED"),
            Map.entry("path-not-folder", "/opt/shop"),
            Map.entry("path-not-writable", "deploy"),
            Map.entry("restart", "Job for shop.service failed because the control process exited with error code."),
            Map.entry("sudo", "deploy restart shop.service"),
            Map.entry("stop", "Job for shop.service canceled."),
            Map.entry("too-late", "1.1.0-58b54e50d2a6"),
            Map.entry("unit-masked", "shop.service"),
            Map.entry("unit-wrong", "shop.service"),
            Map.entry("watcher-returned", "1.0.0-6dd77cd7878b")));

    /** And what some scripts have told before. */
    private static final String TOLD = "user\tdeploy\n"
            + "holder\talice\nholder-url\thttps://jenkins.example.org/job/shop/12/\n"
            + "unit\tshop.service\nexec\t/usr/local/bin/shop\nfragment\t/etc/systemd/system/shop.service\n";

    @Test
    public void everyRefusalOfTheScriptsHasAnExample() throws Exception {
        Set<String> codes = new TreeSet<>();
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SCRIPTS, "*.sh")) {
            for (Path script : scripts) {
                Matcher refusal = REFUSAL.matcher(Files.readString(script));
                while (refusal.find()) {
                    codes.add(refusal.group(1));
                }
            }
        }
        codes.remove("the"); // "refuse the restart", in a comment

        assertEquals(codes, DETAILS.keySet());
    }

    @Test
    public void everySentenceIsExplained() throws Exception {
        for (Map.Entry<String, String> detail : DETAILS.entrySet()) {
            String report = TOLD + "refused\t" + detail.getKey() + "\ndetail\t" + detail.getValue() + "\n";
            assertExplained(detail.getKey(), new Report(new SshOutput(4, report, "")));
        }
    }

    @Test
    public void soIsAScriptThatBreaks() throws Exception {
        assertExplained("broken", new Report(new SshOutput(2, "", "sh: 12: Syntax error\n")));
    }

    private static void assertExplained(String code, Report report) throws IOException {
        HostException refusal = Refusals.of(HOST, "/opt/shop", report);
        assertEquals(code, refusal.code());
        String sentence = refusal.getMessage().replaceAll("\\.$", "");
        assertTrue(
                code + " is not in docs/troubleshooting.md: " + sentence,
                Files.readString(Path.of("docs/troubleshooting.md")).contains("\n> " + sentence));
    }
}
