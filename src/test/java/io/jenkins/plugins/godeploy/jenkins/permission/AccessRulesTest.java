package io.jenkins.plugins.godeploy.jenkins.permission;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import org.junit.Test;

public class AccessRulesTest {
    @Test
    public void aJobThatIsNotNamedIsRefused() {
        AccessRules rules = new AccessRules(List.of("shop", "teams/web"), null, false);

        rules.requireJob("production", "shop/main");
        rules.requireJob("production", "teams/web");
        BadInputException refused =
                assertThrows(BadInputException.class, () -> rules.requireJob("production", "teams/other"));
        assertEquals(
                "The job teams/other is none of those that may deploy to environment production; an administrator can"
                        + " add it to the jobs of that environment.",
                refused.getMessage());
    }

    @Test
    public void noNameAtAllIsEveryJob() {
        new AccessRules(List.of(), "deployer", false).requireJob("production", "anything");
    }
}
