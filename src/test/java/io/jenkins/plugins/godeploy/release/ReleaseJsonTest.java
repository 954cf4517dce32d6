package io.jenkins.plugins.godeploy.release;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class ReleaseJsonTest {
    private static final String SUM = "ab".repeat(32);

    private final Release release = new Release(
            "shop",
            "1.2.0",
            Samples.SOURCE,
            "go1.22.1",
            "example.org/shop",
            Map.of("example.org/money", "v1.4.0"),
            List.of(new Artifact(
                    "shop_1.2.0_linux_amd64.tar.gz",
                    Samples.LINUX,
                    "tar.gz",
                    100,
                    SUM,
                    "shop",
                    List.of(
                            new ReleaseFile("conf/shop.ini", "0644", 8, SUM),
                            new ReleaseFile("shop", "0755", 11, SUM)))));
    private final String json = new String(ReleaseJson.bytes(release), StandardCharsets.UTF_8);

    @Test
    public void comesBackAsItWas() {
        assertEquals(release, parse(json));
    }

    @Test
    public void aReleaseWithoutACommitComesBackAsItWas() {
        Release bare =
                new Release("shop", "1", Source.UNKNOWN, "go1.22.1", "example.org/shop", Map.of(), release.artifacts());
        assertEquals(bare, ReleaseJson.parse(ReleaseJson.bytes(bare)));
    }

    @Test
    public void commitsAndModulesAreHeldToTheSchema() {
        assertRefusedWith("\"Alice\"", "7", "field 'source.commits[0].author' is 7; it must be one line");
        assertRefusedWith("\"hash\"", "\"sha\"", "unknown field 'source.commits[0].sha'");
        assertRefusedWith("\"v1.4.0\"", "null", "field 'modules.example.org/money' is null; it must be one line");
    }

    @Test
    public void isWrittenTheSameWayAgain() {
        assertArrayEquals(ReleaseJson.bytes(release), ReleaseJson.bytes(parse(json)));
    }

    @Test
    public void theExampleInTheDocumentationIsWhatWouldBeWritten() throws Exception {
        String page = Files.readString(Path.of("docs/release-json.md"));
        String example = page.substring(page.indexOf("```json\n") + 8);
        example = example.substring(0, example.indexOf("```"));
        assertEquals(example, new String(ReleaseJson.bytes(parse(example)), StandardCharsets.UTF_8));
    }

    @Test
    public void refusesWhatIsNotJson() {
        assertRefused(
                "{\"schema\": 1,\n oops",
                "release.json is not JSON at line 2 ("
                        + "Unexpected character ('o' (code 111)): was expecting double-quote to start fi...).");
    }

    @Test
    public void refusesAnEmptyFile() {
        assertRefused("", "release.json is not a JSON object; see docs/release-json.md.");
    }

    @Test
    public void refusesAnotherSchema() {
        assertChanged(
                "\"schema\": 1",
                "\"schema\": 2",
                "release.json: field 'schema' is 2; it must be 1, the one that this version of Go Deploy reads.");
    }

    @Test
    public void refusesAnUnknownField() {
        assertChanged(
                "\"branch\"",
                "\"branche\"",
                "release.json has an unknown field 'source.branche'; "
                        + "known there are commit, commitDate, branch, dirty, commits.");
    }

    @Test
    public void refusesAMissingField() {
        assertChanged(
                "\"module\": \"example.org/shop\",\n",
                "",
                "release.json: field 'module' is missing; it must be one line of 1 to 512 characters.");
    }

    @Test
    public void refusesADigestThatIsNotThatOfTheFiles() {
        String digest = release.digest();
        assertChanged(
                digest,
                SUM,
                "release.json: field 'digest' is \"" + SUM + "\"; it must be " + digest
                        + ", which is what its files give.");
    }

    @Test
    public void refusesAnIdThatIsNotThatOfTheFiles() {
        assertChanged(
                "\"id\": \"1.2.0",
                "\"id\": \"9.9.9",
                "release.json: field 'id' is \"9.9.9" + release.id().substring(5) + "\"; it must be " + release.id()
                        + ", which is what its files give.");
    }

    @Test
    public void refusesAServiceThatLeadsOut() {
        assertChanged(
                "\"service\": \"shop\"",
                "\"service\": \"../shop\"",
                "release.json: field 'service': The service name '../shop' is not valid; it takes letters, digits, "
                        + "'.', '_' and '-', at most 63, beginning with a letter or digit, and no '..'.");
    }

    @Test
    public void refusesAVersionThatIsNone() {
        assertChanged(
                "\"version\": \"1.2.0\"",
                "\"version\": \"1 2\"",
                "release.json: field 'version': The version '1 2' is not valid; it takes letters, digits, "
                        + "'.', '+', '_', '~' and '-', at most 128, beginning with a letter or digit, and no '..'.");
    }

    @Test
    public void refusesPathsThatLeadOut() {
        for (String path : List.of("../x", "/etc/x", "a\\\\b", "a\\nb", "a//b", "./a", "a/..", "C:/x", "")) {
            String changed = json.replace("conf/shop.ini", path);
            BadInputException e = assertThrows(path, BadInputException.class, () -> parse(changed));
            assertEquals(path, 0, e.getMessage().indexOf("release.json: field 'artifacts[0].files[0].path' is "));
        }
    }

    @Test
    public void refusesAFileInThePlaceOfWhatEveryReleaseHas() {
        for (String name : List.of("release.json", "SHA256SUMS")) {
            assertChanged(
                    "conf/shop.ini",
                    name,
                    "release.json: field 'artifacts[0].files[0].path' is \"" + name + "\"; it must not begin with '"
                            + name + "', which every release has of its own.");
        }
    }

    @Test
    public void refusesAFileThatIsAFolderToo() {
        assertRefusedWith("conf/shop.ini", "shop/x", "'shop' is both a file and a folder.");
    }

    @Test
    public void refusesSetuidModes() {
        assertChanged(
                "\"0755\"",
                "\"4755\"",
                "release.json: field 'artifacts[0].files[1].mode' is \"4755\"; "
                        + "it must be four octal digits, the first of them 0, such as 0644.");
    }

    @Test
    public void refusesAProgramThatCannotBeExecuted() {
        assertChanged(
                "\"0755\"",
                "\"0644\"",
                "release.json: field 'artifacts[0].binary' is \"shop\"; "
                        + "it must be the path of one of its files that its owner may execute.");
    }

    @Test
    public void refusesASumThatIsNone() {
        assertChanged(
                "\"size\": 100,\n      \"sha256\": \"ab",
                "\"size\": 100,\n      \"sha256\": \"AB",
                "release.json: field 'artifacts[0].sha256' is \"AB" + SUM.substring(2)
                        + "\"; it must be 64 hex digits in lower case.");
    }

    @Test
    public void refusesASizeThatIsNone() {
        for (String size : List.of("-1", "1.5", "\"100\"", "null", "1e400", "99999999999999999999")) {
            String changed = json.replace("\"size\": 100", "\"size\": " + size);
            BadInputException e = assertThrows(size, BadInputException.class, () -> parse(changed));
            assertEquals(
                    size,
                    "; it must be a whole number of bytes, 0 or more.",
                    e.getMessage().substring(e.getMessage().indexOf(';')));
        }
    }

    @Test
    public void refusesAnArtifactNameThatLeadsOut() {
        assertRefusedWith("shop_1.2.0_linux_amd64.tar.gz", "../../x", "field 'artifacts[0].name' is \"../../x\"");
    }

    @Test
    public void refusesAnUnknownArchiveFormat() {
        assertRefusedWith(
                "\"tar.gz\"",
                "\"rar\"",
                "field 'artifacts[0].format': The archive format 'rar' is not known; "
                        + "it is one of tar.gz, zip, binary.");
    }

    @Test
    public void refusesATimeThatIsNone() {
        assertRefusedWith(
                "2026-01-31T12:00:00Z",
                "yesterday",
                "field 'source.commitDate' is \"yesterday\"; it must be a time such as 2026-01-31T12:00:00Z or null.");
    }

    @Test
    public void refusesTheSameKeyTwice() {
        assertRefusedWith("\"schema\": 1,", "\"schema\": 1, \"schema\": 1,", "Duplicate field 'schema'");
    }

    @Test
    public void neverWritesWhatItWouldNotRead() {
        Artifact good = release.artifacts().get(0);
        Release bad = Samples.release(new Artifact("../x", good.target(), "zip", 1, SUM, "shop", good.files()));
        assertThrows(BadInputException.class, () -> ReleaseJson.bytes(bad));
    }

    private void assertChanged(String from, String to, String message) {
        assertRefused(json.replace(from, to), message);
    }

    private void assertRefusedWith(String from, String to, String part) {
        BadInputException e = assertThrows(BadInputException.class, () -> parse(json.replace(from, to)));
        assertEquals(e.getMessage(), true, e.getMessage().contains(part));
    }

    private static void assertRefused(String json, String message) {
        BadInputException e = assertThrows(BadInputException.class, () -> parse(json));
        assertEquals(message, e.getMessage());
    }

    private static Release parse(String json) {
        return ReleaseJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
