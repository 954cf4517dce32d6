package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.build.GoBuild;
import io.jenkins.plugins.godeploy.jenkins.form.FieldCheck;
import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** {@code goBuild}: compiles a Go program for many targets and archives the release. */
public final class GoBuildStep extends Step implements GoBuildParameters, Serializable {
    private static final long serialVersionUID = 1L;

    private String go;
    private String main;
    private String binary;
    private String service;
    private List<String> targets;
    private String version;
    private String ldflags;
    private List<String> tags;
    private List<String> env;
    private String archive;
    private List<String> files;

    @DataBoundConstructor
    public GoBuildStep() {}

    @Override
    public String getGo() {
        return go;
    }

    @DataBoundSetter
    public void setGo(String go) {
        this.go = Util.fixEmptyAndTrim(go);
    }

    public String getMain() {
        return main;
    }

    @DataBoundSetter
    public void setMain(String main) {
        this.main = Util.fixEmptyAndTrim(main);
    }

    public String getBinary() {
        return binary;
    }

    @DataBoundSetter
    public void setBinary(String binary) {
        this.binary = Util.fixEmptyAndTrim(binary);
    }

    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Util.fixEmptyAndTrim(service);
    }

    public List<String> getTargets() {
        return targets;
    }

    @DataBoundSetter
    public void setTargets(List<String> targets) {
        this.targets = TextLines.fixEmpty(targets);
    }

    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixEmptyAndTrim(version);
    }

    public String getLdflags() {
        return ldflags;
    }

    @DataBoundSetter
    public void setLdflags(String ldflags) {
        this.ldflags = Util.fixEmptyAndTrim(ldflags);
    }

    public List<String> getTags() {
        return tags;
    }

    @DataBoundSetter
    public void setTags(List<String> tags) {
        this.tags = TextLines.fixEmpty(tags);
    }

    public List<String> getEnv() {
        return env;
    }

    @DataBoundSetter
    public void setEnv(List<String> env) {
        this.env = TextLines.fixEmpty(env);
    }

    public String getArchive() {
        return archive;
    }

    @DataBoundSetter
    public void setArchive(String archive) {
        this.archive = Util.fixEmptyAndTrim(archive);
    }

    public List<String> getFiles() {
        return files;
    }

    @DataBoundSetter
    public void setFiles(List<String> files) {
        this.files = TextLines.fixEmpty(files);
    }

    @Override
    public GoBuild toGoBuild() {
        return new GoBuild(
                main,
                binary,
                service,
                targets == null ? null : targets.stream().map(Target::parse).toList(),
                version,
                ldflags,
                tags,
                EnvLines.parse(env),
                archive,
                files);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GoBuildStepExecution(context, this);
    }

    /** Of {@link GoBuildStep}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "goBuild";
        }

        @Override
        public String getDisplayName() {
            return Messages.GoBuild_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, EnvVars.class, Launcher.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> arguments) {
            Object main = arguments.get("main");
            return main == null ? null : main.toString();
        }

        @Override
        public Step newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            List<String> targets = TextLines.take(form, "targets");
            List<String> tags = TextLines.take(form, "tags");
            List<String> env = TextLines.take(form, "env");
            List<String> files = TextLines.take(form, "files");
            GoBuildStep step = (GoBuildStep) super.newInstance(request, form);
            step.setTargets(targets);
            step.setTags(tags);
            step.setEnv(env);
            step.setFiles(files);
            return step;
        }

        /** What a form shows for a list. */
        public String lines(List<String> list) {
            return TextLines.join(list);
        }

        @POST
        public ListBoxModel doFillGoItems(@AncestorInPath Item item, @QueryParameter String go) {
            ListBoxModel list = new ListBoxModel();
            list.add(Messages.GoBuild_goOnThePath(), "");
            List<String> names = FieldCheck.mayConfigure(item) ? GoInstallations.names() : List.of();
            names.forEach(name -> list.add(name, name));
            if (Util.fixEmptyAndTrim(go) != null && !names.contains(go)) {
                list.add(go, go);
            }
            return list;
        }

        @POST
        public FormValidation doCheckMain(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, GoBuild::of);
        }

        @POST
        public FormValidation doCheckBinary(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, Names::binary);
        }

        @POST
        public FormValidation doCheckService(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, Names::service);
        }

        @POST
        public FormValidation doCheckVersion(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(item, value, Names::version);
        }

        @POST
        public FormValidation doCheckTargets(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.lines(item, value, Target::parse);
        }

        @POST
        public FormValidation doCheckLdflags(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(
                    item, value, text -> GoBuild.builder().ldflags(text).build());
        }

        @POST
        public FormValidation doCheckTags(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.lines(
                    item, value, line -> GoBuild.builder().tags(line).build());
        }

        @POST
        public FormValidation doCheckArchive(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.value(
                    item, value, text -> GoBuild.builder().archive(text).build());
        }

        @POST
        public FormValidation doCheckFiles(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.lines(
                    item, value, line -> GoBuild.builder().files(line).build());
        }

        @POST
        public FormValidation doCheckEnv(@AncestorInPath Item item, @QueryParameter String value) {
            return FieldCheck.lines(item, value, EnvLines::check);
        }
    }
}
