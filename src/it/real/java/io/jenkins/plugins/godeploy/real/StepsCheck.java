package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
import org.junit.Test;

/** The steps in Pipelines, on an agent, in the sandbox. */
public class StepsCheck {
    @Test
    public void declarativeBuildsAndDeploys() throws Exception {
        String log = Builds.pipeline("checks-declarative", """
                pipeline {
                    agent { label '%s' }
                    stages {
                        stage('Build') { steps { script { %s }; goBuild main: './cmd/shop' } }
                        stage('Deploy') { steps { goDeploy environment: '%s' } }
                    }
                    post { success { echo 'post: success' } }
                }
                """.formatted(
                                Real.AGENT, Shop.checkOut("1.0.0").strip(), Real.ENVIRONMENT))
                .requireEnd("SUCCESS");

        assertTrue(log, log.contains("post: success"));
        Shop.requireServes("1.0.0");
    }

    @Test
    public void scriptedReadsWhatTheStepsReturn() throws Exception {
        String log = Builds.pipeline(
                        "checks-scripted", """
                node('%s') {
                    %s
                    def release = goBuild main: './cmd/shop'
                    echo "built: ${release.service} ${release.version}, ${release.artifacts.size()} artifact"
                    def deployment = goDeploy environment: '%s'
                    echo "deployed: ${deployment.result}, ${deployment.hosts[0].version}, ${deployment.hosts.size()} hosts"
                }
                """.formatted(Real.AGENT, Shop.checkOut("1.1.0"), Real.ENVIRONMENT))
                .requireEnd("SUCCESS");

        assertTrue(log, log.contains("built: shop 1.1.0, 1 artifact"));
        assertTrue(log, log.contains("deployed: succeeded, 1.1.0, 3 hosts"));
        Shop.requireServes("1.1.0");
    }

    @Test
    public void rollbackGoesToTheReleaseBefore() throws Exception {
        Shop.deploy("1.0.0");
        Shop.deploy("1.1.0");

        Builds.pipeline(
                        "checks-rollback",
                        "node('" + Real.AGENT + "') { goRollback environment: '" + Real.ENVIRONMENT
                                + "', service: 'shop' }")
                .requireEnd("SUCCESS");

        Shop.requireServes("1.0.0");
    }

    @Test
    public void aFailureIsTakenBackAndRunsPost() throws Exception {
        Shop.deploy("1.0.0");

        String log = Builds.pipeline("checks-failure", """
                pipeline {
                    agent { label '%s' }
                    stages {
                        stage('Deploy') { steps { script { %s }; goBuild main: './cmd/shop'; goDeploy environment: '%s' } }
                    }
                    post { failure { echo 'post: failure' } }
                }
                """.formatted(
                                Real.AGENT, Shop.checkOut("1.2.0").strip(), Real.ENVIRONMENT))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains("post: failure"));
        Shop.requireServes("1.0.0");
    }

    @Test
    public void aFailureIsReturnedWhereThatIsAskedFor() throws Exception {
        Shop.deploy("1.0.0");

        String log = Builds.pipeline(
                        "checks-propagate",
                        Shop.built(
                                "1.2.0",
                                "def d = goDeploy environment: '" + Real.ENVIRONMENT
                                        + "', propagate: false\necho \"ended: ${d.result}\""))
                .requireEnd("SUCCESS");

        assertTrue(log, log.contains("ended: returned"));
        Shop.requireServes("1.0.0");
    }

    @Test
    public void aDryRunChangesNothing() throws Exception {
        Shop.deploy("1.0.0");

        Builds.pipeline(
                        "checks-dry",
                        Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "', dryRun: true"))
                .requireEnd("SUCCESS");

        Shop.requireServes("1.0.0");
    }

    @Test
    public void anEnvironmentInTheStepItself() throws Exception {
        Real real = Real.get();
        assumeTrue("it takes units of systemd", real.hosts().real());
        Host host = real.hosts().list().get(0);
        Builds.pipeline(
                        "checks-inline",
                        Shop.built(
                                "1.1.0",
                                "writeFile file: 'known_hosts', text: '''"
                                        + real.hosts().knownHosts() + "'''\n"
                                        + "goDeploy hosts: ['" + host.address() + ":" + host.port()
                                        + "'], credentialsId: '"
                                        + Real.KEY + "', knownHosts: 'known_hosts',"
                                        + " health: httpHealth(url: 'http://localhost:8080/healthz')"))
                .requireEnd("SUCCESS");
    }

    @Test
    public void aBadParameterIsOneSentence() throws Exception {
        String log = Builds.pipeline("checks-bad", Shop.built("1.0.0", "goDeploy environment: 'no-such-environment'"))
                .requireEnd("FAILURE");

        assertTrue(
                log,
                log.contains("ERROR: There is no environment 'no-such-environment': neither in Jenkins, nor in a"
                        + " godeploy.yaml"));
        assertFalse(log, log.contains("\tat "));
        assertFalse(log, log.contains("connecting to"));
    }
}
