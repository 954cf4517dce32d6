package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What an administrator says of an environment holds, whatever a repository says. */
public class EnvironmentsCheck {
    private final Real real = Real.get();
    private Map<String, Object> environment;

    @Before
    public void read() throws Exception {
        environment = real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY);
    }

    @After
    public void putBack() throws Exception {
        real.setEnvironments(List.of(real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY)));
    }

    @Test
    public void aJobThatIsNotNamedIsRefused() throws Exception {
        environment.put("jobs", List.of("release/*"));

        String log = refused("checks-job-rule", "");

        assertTrue(log, log.contains("The job checks-job-rule is none of those that may deploy to environment"));
    }

    @Test
    public void anAgentWithoutTheLabelIsRefusedBeforeTheKeyIsSent() throws Exception {
        environment.put("agentLabel", "vault");

        String log = refused("checks-agent-rule", "");

        assertTrue(log, log.contains("vault"));
    }

    @Test
    public void anUnknownBranchIsRefused() throws Exception {
        environment.put("branches", "main");

        String log = refused("checks-branch-rule", "");

        assertTrue(log, log.contains("branch"));
    }

    @Test
    public void aVariableOfTheJenkinsfileIsNoBranch() throws Exception {
        environment.put("branches", "main");

        String log = refused("checks-branch-variable", "env.BRANCH_NAME = 'main'; env.GIT_BRANCH = 'main'\n");

        assertTrue(log, log.contains("branch"));
    }

    @Test
    public void aRepositoryCannotWeakenIt() throws Exception {
        environment.put("jobs", List.of("release/*"));

        String log = refused(
                "checks-weaker",
                "writeFile file: 'godeploy.yaml', text: '''"
                        + real.hosts().godeployYaml(Real.KEY).replace("demo:", Real.ENVIRONMENT + ":")
                        + "'''\nwriteFile file: 'known_hosts', text: '''"
                        + real.hosts().knownHosts() + "'''\n");

        assertTrue(log, log.contains("is none of those that may deploy"));
    }

    @Test
    public void aRepositoryDefinesItsOwn() throws Exception {
        Builds.pipeline(
                        "checks-repository",
                        Shop.built(
                                "1.1.0",
                                "writeFile file: 'godeploy.yaml', text: '''"
                                        + real.hosts().godeployYaml(Real.KEY).replace("\\", "\\\\") + "'''\n"
                                        + "writeFile file: 'known_hosts', text: '''"
                                        + real.hosts().knownHosts()
                                        + "'''\ngoDeploy environment: 'demo'"))
                .requireEnd("SUCCESS");

        Shop.requireServes("1.1.0");
    }

    @Test
    public void aSystemKeyIsOutOfReachOfJobs() throws Exception {
        String log = Builds.pipeline(
                        "checks-system-key",
                        Shop.built(
                                "1.1.0",
                                "writeFile file: 'known_hosts', text: '''"
                                        + real.hosts().knownHosts() + "'''\n"
                                        + "goDeploy hosts: ['"
                                        + real.hosts().list().get(0).address()
                                        + "'], credentialsId: '" + Real.SYSTEM_KEY + "', knownHosts: 'known_hosts'"))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains("There is no credential '" + Real.SYSTEM_KEY + "'"));
    }

    @Test
    public void theApiNamesWhatRunsWhere() throws Exception {
        Shop.deploy("1.1.0");

        var running = real.controller()
                .session()
                .json("/go-deploy/api/json?environment=" + Real.ENVIRONMENT + "&include=running")
                .get("running");

        assertEquals(3, running.size());
        running.forEach(host -> assertEquals("1.1.0", host.get("version").asText()));
    }

    private String refused(String job, String before) throws Exception {
        Shop.deploy("1.0.0");
        real.setEnvironments(List.of(environment));

        String log = Builds.pipeline(
                        job, Shop.built("1.1.0", before + "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .requireEnd("FAILURE");

        assertFalse(log, log.contains("connecting to"));
        Shop.requireServes("1.0.0");
        return log;
    }
}
