package io.jenkins.plugins.godeploy.jenkins.branch;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.EnvironmentBuilder;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Host;
import org.junit.Test;

public class BranchRuleTest {
    @Test
    public void theWholeNameHasToMatch() {
        BranchRule.check(taking("main|release-.*"), ReleaseBranch.of("main"));
        BranchRule.check(taking("main|release-.*"), ReleaseBranch.of("release-2"));

        assertEquals(
                "Environment production takes only releases of branches that match 'main|release-.*', and this one is of"
                        + " 'maintenance'; deploy one of those.",
                refusal("main|release-.*", ReleaseBranch.of("maintenance")));
    }

    @Test
    public void anUnknownBranchIsRefused() {
        assertEquals(
                "Environment production takes only releases of branches that match '.*', and the branch of this one is"
                        + " unknown; build it in a multibranch project, or check out with the git plugin.",
                refusal(".*", null));
    }

    @Test
    public void anEnvironmentWithoutTheRuleTakesAll() {
        BranchRule.check(taking(null), null);
        BranchRule.check(taking(null), ReleaseBranch.changeRequest("PR-12"));
    }

    @Test
    public void aChangeRequestIsTakenOnlyWhereItIsNamed() {
        assertEquals(
                "Environment production takes only releases of branches that match '.*', and this one is of 'PR-12',"
                        + " which is no branch of the repository itself; deploy one of those, or let the expression say"
                        + " 'PR-'.",
                refusal(".*", ReleaseBranch.changeRequest("PR-12")));
        refusal("[A-Z]+-[0-9]+", ReleaseBranch.changeRequest("PR-12"));
        refusal("main|PR-1", ReleaseBranch.changeRequest("PR-12"));

        BranchRule.check(taking("main|PR-.*"), ReleaseBranch.changeRequest("PR-12"));
        BranchRule.check(taking("PR-12"), ReleaseBranch.changeRequest("PR-12"));
    }

    @Test
    public void aChangeRequestWithoutAWordIsNamedAsAWhole() {
        refusal("[0-9/]*", ReleaseBranch.changeRequest("34/1234/1"));

        BranchRule.check(taking("34/1234/1"), ReleaseBranch.changeRequest("34/1234/1"));
    }

    @Test
    public void aTagThatIsCalledLikeABranchIsNone() {
        refusal("main|.*", ReleaseBranch.tag("main"));
        refusal("main", ReleaseBranch.tag("main"));

        BranchRule.check(taking("tags/v.*"), ReleaseBranch.tag("v1.2.0"));
    }

    @Test
    public void theMainBranchOfAForkIsNotTheRepositorys() {
        refusal("main", ReleaseBranch.ofFork("mallory", "main"));
        refusal(".*main", ReleaseBranch.ofFork("mallory", "main"));

        BranchRule.check(taking("main|alice/.*"), ReleaseBranch.ofFork("alice", "main"));
    }

    @Test
    public void aRollbackIsKeptOutOnlyWhereTheBranchIsKnown() {
        BranchRule.checkRollback(taking("main"), null);
        BranchRule.checkRollback(taking("main"), ReleaseBranch.of("main"));

        assertThrows(
                BadInputException.class,
                () -> BranchRule.checkRollback(taking("main"), ReleaseBranch.changeRequest("PR-12")));
    }

    private static String refusal(String branches, ReleaseBranch branch) {
        return assertThrows(BadInputException.class, () -> BranchRule.check(taking(branches), branch))
                .getMessage();
    }

    private static Environment taking(String branches) {
        return new EnvironmentBuilder("production", "shop")
                .ssh(new SshSettings("deploy", "key", null, "known_hosts", null, null, null))
                .host(new Host("web1", "web1.example.org", 22))
                .branches(branches)
                .build();
    }
}
