package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import hudson.model.FreeStyleProject;
import hudson.tasks.Builder;
import io.jenkins.plugins.godeploy.jenkins.build.GoBuildBuilder;
import io.jenkins.plugins.godeploy.jenkins.build.GoBuildStep;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployBuilder;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployStep;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackBuilder;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoRollbackStep;
import io.jenkins.plugins.godeploy.jenkins.health.HttpHealth;
import io.jenkins.plugins.godeploy.jenkins.strategy.RollingUpdate;
import java.util.List;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** What is typed into the forms of a freestyle project is there when they are opened again. */
public class FormsIT {
    @ClassRule
    public static final JenkinsRule jenkins = new JenkinsRule();

    @Test
    public void goBuildKeepsAllFields() throws Exception {
        GoBuildStep step = new GoBuildStep();
        step.setMain("./cmd/shop");
        step.setTargets(List.of("linux/amd64", "linux/arm64"));
        step.setEnv(List.of("GOFLAGS=-mod=vendor", "X=[a]"));
        step.setFiles(List.of("[a-z]*.txt"));
        step.setArchive("zip");

        GoBuildStep opened = roundTrip(new GoBuildBuilder(step)).getStep();

        jenkins.assertEqualDataBoundBeans(step, opened);
    }

    @Test
    public void goDeployKeepsAllFields() throws Exception {
        GoDeployStep step = new GoDeployStep();
        step.setEnvironment("staging");
        step.setService("shop");
        step.setHosts(List.of("web1", "web2:2222"));
        step.setUnits(List.of("shop.service", "shop-worker.service"));
        step.setKnownHosts("web1 ssh-ed25519 AAAA\nweb2 ssh-ed25519 BBBB");
        step.setKeep(7);
        step.setPropagate(false);
        RollingUpdate strategy = new RollingUpdate();
        strategy.setBatch("25%");
        step.setStrategy(strategy);
        HttpHealth health = new HttpHealth("http://localhost:8080/healthz");
        health.setStatus(204);
        step.setHealth(health);

        GoDeployStep opened = roundTrip(new GoDeployBuilder(step)).getStep();

        jenkins.assertEqualDataBoundBeans(step, opened);
    }

    @Test
    public void goRollbackKeepsWhatIsLeftEmptyEmpty() throws Exception {
        GoRollbackStep step = new GoRollbackStep();
        step.setEnvironment("staging");

        GoRollbackStep opened = roundTrip(new GoRollbackBuilder(step)).getStep();

        assertEquals("staging", opened.getEnvironment());
        assertNull(opened.getHosts());
        assertNull(opened.getKeep());
        assertNull(opened.getHealth());
        assertNull(opened.getTo());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Builder> T roundTrip(T builder) throws Exception {
        FreeStyleProject project = jenkins.createFreeStyleProject();
        project.getBuildersList().add(builder);
        jenkins.configRoundtrip(project);
        return (T) project.getBuildersList().get(builder.getClass());
    }
}
