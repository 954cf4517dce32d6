package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Source;
import io.jenkins.plugins.godeploy.release.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ExtraFilesTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Workspace workspace;

    @Before
    public void setUp() throws Exception {
        workspace = Workspace.empty(folder.getRoot().toPath().resolve("w"));
        workspace
                .file("dist/.build/linux_amd64/shop", "the program")
                .file("conf/shop.ini", "port=80")
                .file("conf/more/deep.ini", "x")
                .file("README.md", "read me")
                .file(".git/config", "not for hosts");
    }

    @Test
    public void filesFoldersAndPatternsKeepTheirPaths() throws Exception {
        assertEquals(
                List.of("README.md 0644", "conf/more/deep.ini 0644", "conf/shop.ini 0644", "shop 0755"),
                pack("./README.md", "conf", "**.ini"));
    }

    @Test
    public void aStarStaysInItsFolder() throws Exception {
        assertEquals(List.of("conf/shop.ini 0644", "shop 0755"), pack("conf/*.ini"));
    }

    @Test
    public void patternsFindNeitherGitsFilesNorWhatABuildMade() throws Exception {
        assertEquals(
                List.of("README.md 0644", "conf/more/deep.ini 0644", "conf/shop.ini 0644", "shop 0755"), pack("**"));
    }

    @Test
    public void scriptsStayExecutableWhateverTheUmask() throws Exception {
        workspace.file("run.sh", "#!/bin/sh\n").output("chmod", "0700", "run.sh");
        workspace.output("chmod", "0600", "README.md");
        assertEquals(List.of("README.md 0644", "run.sh 0755", "shop 0755"), pack("run.sh", "README.md"));
    }

    @Test
    public void aLinkInTheWorkspaceBecomesTheFileItLeadsTo() throws Exception {
        Files.createSymbolicLink(workspace.path.resolve("latest.ini"), Path.of("conf/shop.ini"));
        assertEquals(List.of("latest.ini 0644", "shop 0755"), pack("latest.ini"));
    }

    @Test
    public void refusesALinkThatLeadsOut() throws Exception {
        Files.createSymbolicLink(workspace.path.resolve("conf/passwd"), Path.of("/etc/passwd"));
        assertRefused(
                "conf/*",
                "The extra file 'conf/passwd' is a symbolic link that leads out of the workspace; "
                        + "copy the file into the workspace.");
    }

    @Test
    public void refusesAPathThroughALinkedFolderThatLeadsOut() throws Exception {
        Files.createSymbolicLink(workspace.path.resolve("etc"), Path.of("/etc"));
        assertRefused(
                "etc/passwd",
                "The extra file 'etc/passwd' is a symbolic link that leads out of the workspace; "
                        + "copy the file into the workspace.");
    }

    @Test
    public void refusesALinkToAFolder() throws Exception {
        Files.createSymbolicLink(workspace.path.resolve("etc"), Path.of("/etc"));
        assertRefused("etc", "The extra file 'etc' is neither a file nor a link to one; a release holds files only.");
    }

    @Test
    public void refusesAPathThatLeadsOut() {
        assertRefused("../x", "The extra file '../x' must have no empty part, no '.' and no '..'.");
    }

    @Test
    public void refusesAnAbsolutePath() {
        assertRefused("/etc/passwd", "The extra file '/etc/passwd' must be relative.");
    }

    @Test
    public void refusesAPatternThatMatchesNothing() {
        assertRefused(
                "*.yaml",
                "The extra file '*.yaml' matches no file in the workspace; write a path or a glob "
                        + "pattern relative to it, or leave it out.");
    }

    @Test
    public void refusesAPatternThatIsNone() {
        assertRefused("[a", "The extra file '[a' is not a glob pattern: Missing '].");
    }

    @Test
    public void refusesAFileInThePlaceOfTheProgram() throws Exception {
        workspace.file("shop", "another");
        assertRefused(
                "shop",
                "The release cannot hold all its files, since 'shop' comes twice; the program is called "
                        + "'shop': leave that extra file out or name another binary.");
    }

    @Test
    public void refusesAFileInThePlaceOfTheDescription() throws Exception {
        workspace.file("release.json", "{}");
        assertRefused(
                "release.json",
                "The extra file 'release.json' must not begin with 'release.json', which every release has of its own.");
    }

    /** What lies in the artifact: path and mode of each file. */
    private List<String> pack(String... files) throws Exception {
        Target linux = new Target("linux", "amd64");
        Compiled compiled = new Compiled(
                "shop",
                "1.2.0",
                Source.UNKNOWN,
                "go1.22.1",
                "example.org/shop",
                new TreeMap<>(),
                "shop",
                "tar.gz",
                List.of(files),
                new TreeMap<>(Map.of(linux, "dist/.build/linux_amd64/shop")));
        Artifact artifact = ReleasePackager.pack(workspace.path, compiled).require(linux);
        return artifact.files().stream()
                .map(file -> file.path() + " " + file.mode())
                .toList();
    }

    private void assertRefused(String file, String message) {
        BadInputException e = assertThrows(BadInputException.class, () -> pack(file));
        assertEquals(message, e.getMessage());
    }
}
