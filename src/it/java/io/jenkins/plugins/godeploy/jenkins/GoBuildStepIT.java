package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;

import hudson.FilePath;
import hudson.model.Fingerprint;
import hudson.slaves.DumbSlave;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** {@code goBuild} in a Pipeline, on an agent, with the real compiler. */
public class GoBuildStepIT {
    @ClassRule
    public static final JenkinsRule jenkins = new JenkinsRule();

    @Test
    public void itArchivesTheReleaseWithFingerprintsAndReturnsIt() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.child("go.mod").write("module example.org/hello\n\ngo 1.18\n", "UTF-8");
        workspace.child("main.go").write("package main\n\nfunc main() { println(\"hello\") }\n", "UTF-8");

        WorkflowRun run = build(
                job,
                agent,
                "def r = goBuild version: '1.2.3', targets: ['linux/amd64']\n"
                        + "currentBuild.description = \"${r.service} ${r.version} ${r.artifacts.size()}\"");

        jenkins.assertBuildStatusSuccess(run);
        assertEquals("hello 1.2.3 1", run.getDescription());
        assertEquals(
                List.of("SHA256SUMS", "hello_1.2.3_linux_amd64.tar.gz", "release.json"),
                run.getArtifacts().stream()
                        .map(WorkflowRun.Artifact::getFileName)
                        .sorted()
                        .toList());
        assertEquals(
                3,
                run.getBuildFingerprints().stream()
                        .map(Fingerprint::getFileName)
                        .count());
    }

    @Test
    public void aCompileErrorIsOneSentenceWithFileAndLine() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave();
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        FilePath workspace = agent.getWorkspaceFor(job);
        workspace.child("go.mod").write("module example.org/hello\n\ngo 1.18\n", "UTF-8");
        workspace.child("main.go").write("package main\n\nfunc main() { x }\n", "UTF-8");

        WorkflowRun run = build(job, agent, "goBuild version: '1.2.3', targets: ['linux/amd64']");

        jenkins.assertLogContains("ERROR: The program does not compile for linux/amd64: ", run);
        jenkins.assertLogContains("main.go:3:15", run);
    }

    private static WorkflowRun build(WorkflowJob job, DumbSlave agent, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node('" + agent.getNodeName() + "') {\n" + script + "\n}", true));
        return job.scheduleBuild2(0).get();
    }
}
