package io.jenkins.plugins.godeploy.release;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArtifactFilesTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Path work;
    private Path dist;

    @Before
    public void setUp() throws IOException {
        work = folder.getRoot().toPath();
        dist = folder.newFolder("dist").toPath();
    }

    @Test
    public void readsATarBack() throws Exception {
        assertEquals(
                List.of("conf/shop.ini 0644 port=80\n", "shop 0755 the program"),
                read(Samples.artifact(work, dist, ArchiveFormat.TAR_GZ)));
    }

    @Test
    public void readsAZipBack() throws Exception {
        assertEquals(
                List.of("conf/shop.ini 0644 port=80\n", "shop 0755 the program"),
                read(Samples.artifact(work, dist, ArchiveFormat.ZIP)));
    }

    @Test
    public void readsABareProgramBack() throws Exception {
        assertEquals(List.of("shop 0755 the program"), read(Samples.artifact(work, dist, ArchiveFormat.BINARY)));
    }

    @Test
    public void readsWhatTarMade() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        Files.setPosixFilePermissions(
                work.resolve("in/shop"), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(
                work.resolve("in/conf/shop.ini"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        Tool.run(
                work.resolve("in"),
                Map.of(),
                "tar",
                "-czf",
                "" + dist.resolve(artifact.name()),
                "shop",
                "conf/shop.ini");
        assertEquals(List.of("shop 0755 the program", "conf/shop.ini 0644 port=80\n"), read(artifact));
    }

    @Test
    public void theVisitorNeedNotReadAFile() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        List<String> paths = new ArrayList<>();
        ArtifactFiles.read(dist, artifact, (file, content) -> paths.add(file.path()));
        assertEquals(List.of("conf/shop.ini", "shop"), paths);
    }

    @Test
    public void refusesAFileThatIsNotListed() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        assertRefused(
                withFiles(artifact, artifact.files().subList(1, 2)),
                "holds 'conf/shop.ini', which release.json does not list as a file");
    }

    @Test
    public void refusesAPathThatLeadsOut() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        Path evil = Files.writeString(work.resolve("evil"), "x");
        Tool.run(
                work,
                Map.of(),
                "tar",
                "-czPf",
                "" + dist.resolve(artifact.name()),
                "--transform",
                "s|^|../../|",
                "" + evil.getFileName());
        assertRefused(artifact, "holds '../../evil', which release.json does not list as a file");
    }

    @Test
    public void refusesAListedPathThatLeadsOut() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        BadInputException e = assertThrows(
                BadInputException.class,
                () -> read(withFiles(artifact, List.of(new ReleaseFile("../x", "0644", 1, "0".repeat(64))))));
        assertEquals("The path '../x' must have no empty part, no '.' and no '..'.", e.getMessage());
    }

    @Test
    public void refusesALinkInPlaceOfAFile() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        Files.delete(work.resolve("in/shop"));
        Files.createSymbolicLink(work.resolve("in/shop"), Path.of("/etc/passwd"));
        Tool.run(work.resolve("in"), Map.of(), "tar", "-czf", "" + dist.resolve(artifact.name()), "shop");
        assertRefused(artifact, "holds 'shop', which release.json does not list as a file");
    }

    @Test
    public void refusesTheSameFileTwice() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        Tool.run(
                work.resolve("in"),
                Map.of(),
                "tar",
                "-czf",
                "" + dist.resolve(artifact.name()),
                "--hard-dereference",
                "--mode=0644",
                "conf/shop.ini",
                "conf/shop.ini");
        assertRefused(artifact, "holds 'conf/shop.ini', which release.json does not list as a file");
    }

    @Test
    public void refusesAnotherMode() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.ZIP);
        assertRefused(
                changed(artifact, file -> new ReleaseFile(file.path(), "0600", file.size(), file.sha256())),
                "holds 'conf/shop.ini' with mode 0644 where release.json has 0600");
    }

    @Test
    public void refusesALongerFile() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.TAR_GZ);
        assertRefused(
                changed(
                        artifact,
                        file -> new ReleaseFile(
                                file.path(), file.mode(), file.size() - 1, Digests.sha256("port=80".getBytes()))),
                "holds another 'conf/shop.ini' than release.json lists: its size or SHA-256 differs");
    }

    @Test
    public void refusesOtherContent() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.ZIP);
        assertRefused(
                changed(artifact, file -> new ReleaseFile(file.path(), file.mode(), file.size(), "0".repeat(64))),
                "holds another 'conf/shop.ini' than release.json lists: its size or SHA-256 differs");
    }

    @Test
    public void refusesAnArtifactThatLacksAListedFile() throws Exception {
        Artifact artifact = Samples.artifact(work, dist, ArchiveFormat.ZIP);
        List<ReleaseFile> files = new ArrayList<>(artifact.files());
        files.add(new ReleaseFile("zzz", "0644", 1, "0".repeat(64)));
        assertRefused(withFiles(artifact, files), "does not hold 'zzz', which release.json lists");
    }

    private List<String> read(Artifact artifact) throws IOException {
        List<String> read = new ArrayList<>();
        ArtifactFiles.read(
                dist,
                artifact,
                (file, content) -> read.add(file.path() + " " + file.mode() + " "
                        + new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        return read;
    }

    private void assertRefused(Artifact artifact, String what) {
        BadInputException e = assertThrows(BadInputException.class, () -> read(artifact));
        assertEquals(
                artifact.name() + " " + what + "; take the artifact and release.json from the same build.",
                e.getMessage());
    }

    private static Artifact changed(Artifact artifact, UnaryOperator<ReleaseFile> change) {
        return withFiles(artifact, artifact.files().stream().map(change).toList());
    }

    private static Artifact withFiles(Artifact a, List<ReleaseFile> files) {
        return new Artifact(a.name(), a.target(), a.format(), a.size(), a.sha256(), a.binary(), files);
    }
}
