package io.jenkins.plugins.godeploy.jenkins.api;

import hudson.Extension;
import hudson.model.RootAction;
import io.jenkins.plugins.godeploy.history.DeploymentMetrics;
import io.jenkins.plugins.godeploy.jenkins.record.VisibleHistory;
import java.io.IOException;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** {@code /go-deploy}: what this plugin serves for Jenkins as a whole. */
@Extension
public final class GoDeployRoot implements RootAction {
    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return Messages.GoDeployRoot_displayName();
    }

    @Override
    public String getUrlName() {
        return "go-deploy";
    }

    /** {@code /go-deploy/metrics}: for Prometheus; of what the user may see. */
    @GET
    public HttpResponse doMetrics() throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        String text = DeploymentMetrics.text(VisibleHistory.get().entries(), VisibleHistory.start());
        return new Answer(200, "text/plain;version=0.0.4;charset=UTF-8", text);
    }

    /** Compares what the hosts serve with what was deployed; asks for the permission to deploy there. */
    @POST
    public HttpResponse doVerify(@QueryParameter String environment, @QueryParameter String service)
            throws IOException, InterruptedException {
        Jenkins.get().checkPermission(Jenkins.READ);
        return new VerifyAnswer(environment, service).get();
    }

    /** For the views. */
    public FrontEndPage getFrontEnd() {
        return new FrontEndPage();
    }

    /** Under {@code data}. */
    public PageData getData() {
        return new PageData();
    }

    /** Under {@code api}. */
    public GoDeployApi getApi() {
        return new GoDeployApi();
    }
}
