package io.jenkins.plugins.godeploy.real;

import io.jenkins.plugins.godeploy.demo.JobXml;
import java.util.List;
import org.junit.Test;

/** The same in freestyle jobs. */
public class FreestyleCheck {
    private static final String DEPLOY =
            "<io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployBuilder><step><environment>"
                    + Real.ENVIRONMENT + "</environment><propagate>true</propagate></step>"
                    + "</io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployBuilder>";
    private static final String ROLLBACK =
            "<io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder><step><environment>" + Real.ENVIRONMENT
                    + "</environment><service>shop</service><propagate>true</propagate></step>"
                    + "</io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder>";

    @Test
    public void buildsDeploysAndRollsBack() throws Exception {
        Shop.deploy("1.0.0");

        Builds.of("checks-freestyle", JobXml.freestyle(Real.AGENT, List.of(), Shop.freestyleBuild("1.1.0") + DEPLOY))
                .requireEnd("SUCCESS");
        Shop.requireServes("1.1.0");

        Builds.of("checks-freestyle-rollback", JobXml.freestyle(Real.AGENT, List.of(), ROLLBACK))
                .requireEnd("SUCCESS");
        Shop.requireServes("1.0.0");
    }

    @Test
    public void aFailureIsTakenBack() throws Exception {
        Shop.deploy("1.0.0");

        Builds.of(
                        "checks-freestyle-failure",
                        JobXml.freestyle(Real.AGENT, List.of(), Shop.freestyleBuild("1.2.0") + DEPLOY))
                .requireEnd("FAILURE");

        Shop.requireServes("1.0.0");
    }
}
