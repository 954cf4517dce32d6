package io.jenkins.plugins.godeploy.release;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ReleaseFolderTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path dist;
    private Release release;
    private String name;

    @Before
    public void setUp() throws IOException {
        dist = folder.newFolder("dist").toPath();
        release = Samples.release(folder.getRoot().toPath(), dist);
        name = release.artifacts().get(0).name();
    }

    @Test
    public void loadsWhatWasWritten() throws Exception {
        assertEquals(release, ReleaseFolder.load(dist));
    }

    @Test
    public void sha256sumAcceptsTheSums() throws Exception {
        assertEquals(
                "release.json: OK\n" + name + ": OK\n",
                Tool.run(dist, Map.of(), "sha256sum", "--strict", "-c", "SHA256SUMS"));
    }

    @Test
    public void acceptsBinaryMarkersAndCrLf() throws Exception {
        changeSums("  ", " *");
        changeSums("\n", "\r\n");
        assertEquals(release, ReleaseFolder.load(dist));
    }

    @Test
    public void saysWhichArtifactChanged() throws Exception {
        byte[] bytes = Files.readAllBytes(dist.resolve(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(dist.resolve(name), bytes);
        assertRefused("'" + name + "' has SHA-256 " + Digests.sha256(bytes) + " where SHA256SUMS has "
                + release.artifacts().get(0).sha256() + "; build again, or take the file that the build made.");
    }

    @Test
    public void saysWhichArtifactIsCut() throws Exception {
        Files.write(dist.resolve(name), new byte[7]);
        assertRefused("'" + name + "' has 7 bytes where release.json has "
                + release.artifacts().get(0).size() + "; build again, or take the file that the build made.");
    }

    @Test
    public void saysThatTheDescriptionChanged() throws Exception {
        String listed = Sha256Sums.read(dist).get("release.json");
        String json = Files.readString(dist.resolve("release.json")) + "\n";
        Files.writeString(dist.resolve("release.json"), json);
        assertRefused("'release.json' has SHA-256 " + Digests.sha256(json.getBytes()) + " where SHA256SUMS has "
                + listed + "; build again, or take the file that the build made.");
    }

    @Test
    public void saysWhichFileIsMissing() throws Exception {
        Files.delete(dist.resolve(name));
        assertRefused("There is no file '" + name + "' in '" + dist + "'; take the whole folder that the build made.");
    }

    @Test
    public void saysThatThereIsNoRelease() throws Exception {
        Files.delete(dist.resolve("release.json"));
        assertRefused("There is no release in '" + dist
                + "', since it has no release.json; build first, or name the folder that the build made.");
    }

    @Test
    public void saysThatThereAreNoSums() throws Exception {
        Files.delete(dist.resolve("SHA256SUMS"));
        assertRefused("There is no file 'SHA256SUMS' in '" + dist + "'; take the whole folder that the build made.");
    }

    @Test
    public void saysWhichLineOfTheSumsIsWrong() throws Exception {
        Files.writeString(dist.resolve("SHA256SUMS"), Files.readString(dist.resolve("SHA256SUMS")) + "garbage\n");
        assertRefused("SHA256SUMS line 3 is 'garbage'; a line has 64 hex digits, two spaces and a file name, "
                + "each name once.");
    }

    @Test
    public void refusesSumsThatLeaveAnArtifactOut() throws Exception {
        Sha256Sums.write(dist, Map.of("release.json", "0".repeat(64)));
        assertRefused("SHA256SUMS has no line for '" + name
                + "'; it must have one for release.json and for each of its artifacts.");
    }

    @Test
    public void refusesSumsOfForeignFiles() throws Exception {
        changeSums("release.json", "foreign");
        changeSums("\\z", "0".repeat(64) + "  release.json\n");
        assertRefused("SHA256SUMS has a line for 'foreign', which is neither release.json nor one of its artifacts.");
    }

    @Test
    public void refusesALinkThatLeadsOut() throws Exception {
        Path outside = folder.getRoot().toPath().resolve("outside");
        Files.move(dist.resolve(name), outside);
        Files.createSymbolicLink(dist.resolve(name), outside);
        assertRefused("'" + name + "' in '" + dist
                + "' is a symbolic link that leads out of that folder; it must be a file of its own.");
    }

    private void changeSums(String regex, String replacement) throws IOException {
        Path sums = dist.resolve("SHA256SUMS");
        Files.writeString(sums, Files.readString(sums).replaceAll(regex, replacement));
    }

    private void assertRefused(String message) {
        BadInputException e = assertThrows(BadInputException.class, () -> ReleaseFolder.load(dist));
        assertEquals(message, e.getMessage());
    }
}
