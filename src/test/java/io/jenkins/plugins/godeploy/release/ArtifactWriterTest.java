package io.jenkins.plugins.godeploy.release;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ArtifactWriterTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void tarListsTheFilesWithModesOwnersAndTheCommitsTime() throws Exception {
        Path dist = folder.newFolder("dist").toPath();
        Artifact artifact = Samples.artifact(folder.getRoot().toPath(), dist, ArchiveFormat.TAR_GZ);
        assertEquals(
                "-rw-r--r-- 0/0 8 2026-01-31 12:00 conf/shop.ini\n-rwxr-xr-x 0/0 11 2026-01-31 12:00 shop\n",
                Tool.run(dist, Map.of("TZ", "UTC"), "tar", "--numeric-owner", "-tvzf", artifact.name())
                        .replaceAll(" +", " "));
    }

    @Test
    public void unzipRestoresModesAndTheCommitsTime() throws Exception {
        Path dist = folder.newFolder("dist").toPath();
        Artifact artifact = Samples.artifact(folder.getRoot().toPath(), dist, ArchiveFormat.ZIP);
        Tool.run(dist, Map.of(), "unzip", "-q", artifact.name());
        assertEquals(
                "644 1769860800 conf/shop.ini\n755 1769860800 shop\n",
                Tool.run(dist, Map.of(), "stat", "-c", "%a %Y %n", "conf/shop.ini", "shop"));
    }

    @Test
    public void theBareProgramIsJustThat() throws Exception {
        Path dist = folder.newFolder("dist").toPath();
        Artifact artifact = Samples.artifact(folder.getRoot().toPath(), dist, ArchiveFormat.BINARY);
        assertEquals("the program", Files.readString(dist.resolve(artifact.name())));
    }

    @Test
    public void describesWhatItWrote() throws Exception {
        Path dist = folder.newFolder("dist").toPath();
        Artifact artifact = Samples.artifact(folder.getRoot().toPath(), dist, ArchiveFormat.TAR_GZ);
        assertEquals(Digests.sha256(dist.resolve(artifact.name())), artifact.sha256());
        assertEquals(Files.size(dist.resolve(artifact.name())), artifact.size());
        assertEquals(
                new ReleaseFile("conf/shop.ini", "0644", 8, Digests.sha256("port=80\n".getBytes())),
                artifact.files().get(0));
    }

    @Test
    public void equalFilesGiveEqualTarBytesWhereverAndWhenever() throws Exception {
        assertEqualBytes(ArchiveFormat.TAR_GZ);
    }

    @Test
    public void equalFilesGiveEqualZipBytesWhereverAndWhenever() throws Exception {
        assertEqualBytes(ArchiveFormat.ZIP);
    }

    @Test
    public void longAndForeignNamesSurvive() throws Exception {
        Path work = folder.getRoot().toPath();
        String path = "日本/" + "n".repeat(200) + "/ü.txt";
        Path dist = folder.newFolder("dist").toPath();
        Artifact artifact = new ArtifactWriter(dist, null)
                .write("a.tar.gz", Samples.LINUX, ArchiveFormat.TAR_GZ, "shop", Samples.files(work, Map.of(path, "x")));
        String listing = Tool.run(dist, Map.of("LC_ALL", "C.UTF-8"), "tar", "-tzf", artifact.name());
        assertTrue(listing, List.of(listing.split("\n")).contains(path));
    }

    private void assertEqualBytes(ArchiveFormat format) throws Exception {
        Path one = folder.newFolder("one").toPath();
        Path two = folder.newFolder("two").toPath();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            Artifact first = Samples.artifact(one, one.resolve("dist"), format);
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Samples.files(two, Map.of("conf/shop.ini", "port=80\n"));
            Files.setLastModifiedTime(two.resolve("in/shop"), FileTime.fromMillis(0));
            Artifact second = Samples.artifact(two, two.resolve("dist"), format);
            assertArrayEquals(
                    Files.readAllBytes(one.resolve("dist").resolve(first.name())),
                    Files.readAllBytes(two.resolve("dist").resolve(second.name())));
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
