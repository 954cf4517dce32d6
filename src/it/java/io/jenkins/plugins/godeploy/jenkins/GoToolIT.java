package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.LauncherDecorator;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.slaves.DumbSlave;
import hudson.slaves.NodeSpecific;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.jenkins.build.GoBuildStep;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Which Go {@code goBuild} takes: that on the PATH of the process, that of a container, or an installation of Jenkins. */
public class GoToolIT {
    @ClassRule
    public static final JenkinsRule jenkins = new JenkinsRule();

    private DumbSlave agent;
    private WorkflowJob job;
    private FilePath workspace;

    @Before
    public void prepare() throws Exception {
        agent = jenkins.createOnlineSlave();
        job = jenkins.createProject(WorkflowJob.class);
        workspace = agent.getWorkspaceFor(job);
        workspace.child("go.mod").write("module example.org/hello\n\ngo 1.18\n", "UTF-8");
        workspace.child("main.go").write("package main\n\nfunc main() { println(\"hello\") }\n", "UTF-8");
        // The real go, which leaves word that it was this one.
        script(
                "sdk/bin/go",
                "echo \"$1\" >>'" + workspace.getRemote() + "/seen'\nPATH=${PATH#*/sdk/bin:} exec go \"$@\"");
    }

    @Test
    public void theGoIsTheOneOnThePathOfTheProcess() throws Exception {
        build("inside(path: \"$WORKSPACE/sdk/bin\") { goBuild version: '1.0.0', targets: ['linux/amd64'] }");

        assertTrue(seen(), seen().contains("build\n"));
    }

    @Test
    public void everyProcessStartsThroughTheDecoratedLauncher() throws Exception {
        script("inside", "echo \"$2 $3\" >>'" + workspace.getRemote() + "/seen'\nexec \"$@\"");

        build("inside(prefix: \"$WORKSPACE/inside\") { goBuild version: '1.0.0', targets: ['linux/amd64'] }");

        assertTrue(
                seen(), seen().contains("go env\n") && seen().contains("go list\n") && seen().contains("go build\n"));
    }

    @Test
    public void anInstallationIsPutOnThePath() throws Exception {
        tools(new GoTool("go-1.22", workspace.child("sdk").getRemote()));

        build("goBuild version: '1.0.0', targets: ['linux/amd64'], go: 'go-1.22'");

        assertTrue(seen(), seen().contains("build\n"));
    }

    @Test
    public void anInstallationThatIsNotThereIsOneSentenceThatListsThoseThatAre() throws Exception {
        tools(new GoTool("go-1.21", "/a"), new GoTool("go-1.22", "/b"));

        WorkflowRun run = run("goBuild go: 'go-1.12'");

        jenkins.assertLogContains(
                "ERROR: There is no Go installation 'go-1.12'; there are go-1.21, go-1.22; correct go, or add it in Manage"
                        + " Jenkins, Tools.",
                run);
    }

    @Test
    public void theFormOffersTheInstallations() {
        tools(new GoTool("go-1.22", "/b"));

        ListBoxModel options = jenkins.jenkins
                .getDescriptorByType(GoBuildStep.DescriptorImpl.class)
                .doFillGoItems(job, "gone");

        assertEquals(
                List.of("", "go-1.22", "gone"),
                options.stream().map(option -> option.value).toList());
    }

    private void build(String step) throws Exception {
        jenkins.assertBuildStatusSuccess(run(step));
    }

    private WorkflowRun run(String step) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node('" + agent.getNodeName() + "') { " + step + " }", true));
        return job.scheduleBuild2(0).get();
    }

    private String seen() throws Exception {
        return workspace.child("seen").readToString();
    }

    private void script(String path, String text) throws Exception {
        FilePath file = workspace.child(path);
        file.write("#!/bin/sh\n" + text + "\n", "UTF-8");
        file.chmod(0755);
    }

    private static void tools(GoTool... tools) {
        jenkins.jenkins.getDescriptorByType(GoTool.DescriptorImpl.class).setInstallations(tools);
    }

    /** A kind of tool with the symbol that the plugin "golang" has, too. */
    public static final class GoTool extends ToolInstallation implements NodeSpecific<GoTool> {
        private static final long serialVersionUID = 1L;

        @DataBoundConstructor
        public GoTool(String name, String home) {
            super(name, home, List.of());
        }

        @Override
        public void buildEnvVars(EnvVars env) {
            env.put("PATH+GOROOT_BIN", getHome() + "/bin");
        }

        @Override
        public GoTool forNode(Node node, TaskListener log) throws IOException, InterruptedException {
            return new GoTool(getName(), translateFor(node, log));
        }

        @TestExtension
        @Symbol("go")
        public static final class DescriptorImpl extends ToolDescriptor<GoTool> {}
    }

    /** A block whose processes start through a program, as those in a container do, or have another PATH. */
    public static final class InsideStep extends Step {
        private String prefix;
        private String path;

        @DataBoundConstructor
        public InsideStep() {}

        @DataBoundSetter
        public void setPrefix(String prefix) {
            this.prefix = prefix;
        }

        @DataBoundSetter
        public void setPath(String path) {
            this.path = path;
        }

        @Override
        public StepExecution start(StepContext context) {
            return StepExecutions.block(context, (inner, body) -> {
                if (prefix != null) {
                    body.withContext(BodyInvoker.mergeLauncherDecorators(
                            inner.get(LauncherDecorator.class), new Prefixed(prefix)));
                }
                if (path != null) {
                    body.withContext(EnvironmentExpander.merge(
                            inner.get(EnvironmentExpander.class),
                            EnvironmentExpander.constant(Map.of("PATH+INSIDE", path))));
                }
            });
        }

        @TestExtension
        public static final class DescriptorImpl extends StepDescriptor {
            @Override
            public String getFunctionName() {
                return "inside";
            }

            @Override
            public boolean takesImplicitBlockArgument() {
                return true;
            }

            @Override
            public Set<? extends Class<?>> getRequiredContext() {
                return Set.of(Launcher.class);
            }
        }
    }

    private static final class Prefixed extends LauncherDecorator implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String prefix;

        Prefixed(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Launcher decorate(Launcher launcher, Node node) {
            return launcher.decorateByPrefix(prefix);
        }
    }
}
