package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GitCheckoutTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Workspace workspace;

    @Before
    public void setUp() throws Exception {
        workspace = Workspace.withModule(folder.getRoot().toPath().resolve("w"));
    }

    @Test
    public void aTagWithoutItsVIsTheVersion() throws Exception {
        workspace.commit().git("tag", "v1.2.0");
        assertEquals("1.2.0", version());
    }

    @Test
    public void aTagWithoutAVIsTheVersionToo() throws Exception {
        workspace.commit().git("tag", "2026.01");
        assertEquals("2026.01", version());
    }

    @Test
    public void annotatedTagsCount() throws Exception {
        workspace.commit().git("tag", "--annotate", "--message=x", "v2.0.0-rc.1");
        assertEquals("2.0.0-rc.1", version());
    }

    @Test
    public void commitsAfterTheTagAreCounted() throws Exception {
        workspace.commit().git("tag", "v1.2.0").commit().commit();
        assertEquals("1.2.0-2-g" + head().substring(0, 12), version());
    }

    @Test
    public void changedFilesMakeItDirty() throws Exception {
        workspace.commit().git("tag", "v1.2.0").file("main.go", "package main\n");
        assertEquals("1.2.0-dirty", version());
        assertTrue(read(null).source().dirty());
    }

    @Test
    public void filesThatGitDoesNotKnowDoNotMakeItDirty() throws Exception {
        workspace.commit().git("tag", "v1.2.0").file("dist/x", "x");
        assertEquals("1.2.0", version());
    }

    @Test
    public void withoutATagCommitsAreCountedAndTheLogSaysWhatToChange() throws Exception {
        workspace.commit().commit().commit();
        String expected = "0.0.0-3-g" + head().substring(0, 12);
        assertEquals(expected, version());
        assertEquals(
                "No tag can be reached from this commit, so the version is " + expected + "; for a version from a tag "
                        + "make the checkout fetch tags (in Jenkins: 'Fetch tags' of the Git checkout), or tag a commit.\n",
                workspace.log.toString());
    }

    @Test
    public void withoutATagChangedFilesMakeItDirtyToo() throws Exception {
        workspace.commit().file("main.go", "package main\n");
        assertEquals("0.0.0-1-g" + head().substring(0, 12) + "-dirty", version());
    }

    @Test
    public void inAShallowCloneTheLogNamesTheDepth() throws Exception {
        workspace.commit().git("tag", "v1.2.0").commit();
        Path clone = folder.getRoot().toPath().resolve("clone");
        workspace.output("git", "clone", "--quiet", "--depth=1", "--no-tags", "file://" + workspace.path, "" + clone);
        workspace = Workspace.empty(clone);
        assertEquals("0.0.0-1-g" + head().substring(0, 12), version());
        assertTrue(
                workspace.log.toString(),
                workspace.log.toString().contains("raise the checkout's shallow clone depth"));
    }

    @Test
    public void theSourceIsTheCommitWithItsTimeAndBranch() throws Exception {
        workspace.commit();
        Source source = read("1").source();
        Instant date = Instant.parse(Workspace.COMMIT_DATE);
        assertEquals(new Source(head(), date, "main", false, source.commits()), source);
        assertEquals(List.of(new Commit(head(), date, "A", "Change")), source.commits());
    }

    @Test
    public void theSourceTellsOfTheNewestCommits() throws Exception {
        for (int i = 0; i < 3; i++) {
            workspace.commit();
        }
        workspace.git("commit", "--quiet", "--allow-empty", "--message=A\ttab and \u00e9\n\nThe body");

        List<Commit> commits = read("1").source().commits();
        assertEquals(4, commits.size());
        assertEquals(head(), commits.get(0).hash());
        assertEquals("A tab and \u00e9", commits.get(0).subject());
        assertEquals("Change", commits.get(3).subject());
    }

    @Test
    public void aDetachedHeadHasNoBranch() throws Exception {
        workspace.commit().git("checkout", "--quiet", "--detach");
        assertEquals(null, read("1").source().branch());
    }

    @Test
    public void worksInAFolderOfTheRepository() throws Exception {
        workspace.file("sub/x", "x").commit().git("tag", "v1.2.0");
        workspace = Workspace.empty(workspace.path.resolve("sub"));
        assertEquals("1.2.0", version());
    }

    @Test
    public void aTagThatIsNoVersionIsRefused() throws Exception {
        workspace.commit().git("tag", "release/1");
        assertRefused("The version cannot be taken from the nearest git tag; give the build a version. The version "
                + "'release/1' is not valid; it takes letters, digits, '.', '+', '_', '~' and '-', at most 128, beginning "
                + "with a letter or digit, and no '..'.");
    }

    @Test
    public void aFolderOutsideGitNeedsAVersion() throws Exception {
        assertRefused("The version cannot be taken from git, since the workspace is not in a git repository: "
                + "check the sources out with git; or give the build a version.");
    }

    @Test
    public void aGivenVersionSufficesOutsideGit() throws Exception {
        assertEquals(new Versioned("7", Source.UNKNOWN), read("7"));
        assertEquals(
                "The release names no commit, since the workspace is not in a git repository: check the sources out with "
                        + "git.\n",
                workspace.log.toString());
    }

    @Test
    public void aRepositoryWithoutACommitNeedsAVersion() throws Exception {
        workspace.git("init", "--quiet");
        assertRefused("The version cannot be taken from git, since the git repository has no commit yet: make one; "
                + "or give the build a version.");
    }

    @Test
    public void aMachineWithoutGitNeedsAVersion() throws Exception {
        workspace.with("PATH", folder.newFolder("empty").toString());
        assertRefused("The version cannot be taken from git, since there is no 'git' on the PATH: install it; "
                + "or give the build a version.");
    }

    @Test
    public void aGivenVersionSufficesWhereGitRefusesTheOwner() throws Exception {
        workspace.commit().with("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        assertEquals("7", read("7").version());
    }

    @Test
    public void saysWhatToDoWhereGitRefusesTheOwner() throws Exception {
        workspace.commit().with("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
        assertRefused("The version cannot be taken from git, since git refuses the workspace, whose owner is another "
                + "user: run git config --global --add safe.directory with its path as the user who builds; "
                + "or give the build a version.");
    }

    @Test
    public void changesNothingInTheRepository() throws Exception {
        workspace.commit().git("tag", "v1.2.0");
        byte[] index = Files.readAllBytes(workspace.path.resolve(".git/index"));
        workspace.output("touch", "main.go");
        version();
        assertEquals(Arrays.hashCode(index), Arrays.hashCode(Files.readAllBytes(workspace.path.resolve(".git/index"))));
    }

    private String head() throws Exception {
        return workspace.output("git", "rev-parse", "HEAD").trim();
    }

    private String version() throws Exception {
        return read(null).version();
    }

    private Versioned read(String version) throws Exception {
        return new GitCheckout(workspace, new BuildLog(workspace.log)).read(version);
    }

    private void assertRefused(String message) {
        BadInputException e = assertThrows(BadInputException.class, () -> read(null));
        assertEquals(message, e.getMessage());
    }
}
