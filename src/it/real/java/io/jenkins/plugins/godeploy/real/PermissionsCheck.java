package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.Account;
import java.util.Map;
import org.junit.Test;

/** Who may deploy and roll back, and who sees what was deployed. */
public class PermissionsCheck {
    private static final String DEPLOY = "goDeploy environment: '" + Real.ENVIRONMENT + "'";

    private final Real real = Real.get();

    @Test
    public void whoMayNotDeployIsRefusedBeforeAnythingIsTouched() throws Exception {
        Account builder = real.roles().builder();
        Shop.deploy("1.0.0");

        String log = Builds.pipeline("checks-refused", Shop.built("1.1.0", DEPLOY))
                .by(real.as(builder))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains("builder lacks the permission Go Deploy/Deploy on the job checks-refused"));
        assertFalse(log, log.contains("connecting to"));
        Shop.requireServes("1.0.0");
    }

    @Test
    public void whoMayNotRollBackIsRefused() throws Exception {
        Account builder = real.roles().builder();
        Shop.deploy("1.0.0");

        String log = Builds.pipeline(
                        "checks-refused-rollback",
                        "node('" + Real.AGENT + "') { goRollback environment: '" + Real.ENVIRONMENT
                                + "', service: 'shop' }")
                .by(real.as(builder))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains("builder lacks the permission Go Deploy/Rollback"));
        Shop.requireServes("1.0.0");
    }

    @Test
    public void whoMayNotDeployMayNotLookAtTheHostsEither() throws Exception {
        Account builder = real.roles().builder();

        String log = Builds.pipeline("checks-refused-dry", Shop.built("1.1.0", DEPLOY + ", dryRun: true"))
                .by(real.as(builder))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains("lacks the permission Go Deploy/Deploy"));
        assertFalse(log, log.contains("connecting to"));
    }

    @Test
    public void whoMayDeployDoes() throws Exception {
        Account deployer = real.roles().deployer();

        Builds.pipeline("checks-permitted", Shop.built("1.1.0", DEPLOY))
                .by(real.as(deployer))
                .requireEnd("SUCCESS");

        Shop.requireServes("1.1.0");
    }

    @Test
    public void nobodySeesNothing() throws Exception {
        real.roles();
        Builds build = Builds.pipeline("checks-hidden", Shop.built("1.1.0", DEPLOY));
        build.requireEnd("SUCCESS");

        for (String path : new String[] {build.path() + "deployments/", "/go-deploy/api/json"}) {
            int status = real.as(Account.ANONYMOUS).get(path).statusCode();
            assertTrue(path + " answers " + status, status == 403 || status == 404);
        }
    }

    @Test
    public void whoReadsTheJobSeesItsDeployments() throws Exception {
        Account reader = real.roles().reader();
        Builds build = Builds.pipeline("checks-read", Shop.built("1.1.0", DEPLOY));
        build.requireEnd("SUCCESS");

        assertEquals(200, real.as(reader).get(build.path() + "deployments/").statusCode());
        assertTrue(real.as(reader).text("/go-deploy/api/json").contains("\"checks-read\""));
    }

    @Test
    public void whoMayOnlyReadCannotStartABuild() throws Exception {
        Account reader = real.roles().reader();
        Builds.pipeline("checks-not-started", Shop.built("1.1.0", DEPLOY));

        assertEquals(
                403,
                real.as(reader).post("/job/checks-not-started/build", Map.of()).statusCode());
    }

    @Test
    public void onlyAnAdministratorSeesTheConfiguration() throws Exception {
        Account deployer = real.roles().deployer();

        assertEquals(403, real.as(deployer).get("/manage/configure").statusCode());
    }
}
