package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.record.BuildLink;
import io.jenkins.plugins.godeploy.jenkins.record.VisibleHistory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;

/** {@code /go-deploy/api/json}: the history, what runs where, and the environments, as far as the user may see it. */
public final class GoDeployApi {
    GoDeployApi() {}

    @GET
    public HttpResponse doJson(StaplerRequest2 request) throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        ApiQuery query = new ApiQuery(request::getParameter);
        try {
            return JsonAnswer.ok(answer(query), query.pretty());
        } catch (BadInputException e) {
            return JsonAnswer.error(400, e.getMessage());
        }
    }

    private static Map<String, Object> answer(ApiQuery query) throws IOException {
        HistoryView history = VisibleHistory.get();
        ApiAnswer answer = new ApiAnswer(history, BuildLink::url);
        Set<ApiQuery.Part> parts = query.parts();
        Map<String, Object> map = new LinkedHashMap<>();
        if (parts.contains(ApiQuery.Part.DEPLOYMENTS)) {
            map.putAll(answer.deployments(query));
        }
        if (parts.contains(ApiQuery.Part.RUNNING)) {
            map.put(DeploymentJson.word(ApiQuery.Part.RUNNING), answer.running(query));
        }
        if (parts.contains(ApiQuery.Part.ENVIRONMENTS)) {
            map.put(
                    DeploymentJson.word(ApiQuery.Part.ENVIRONMENTS),
                    new ApiEnvironments(history, Jenkins.get().hasPermission(Jenkins.SYSTEM_READ))
                            .of(GoDeployConfiguration.get().getEnvironments(), query));
        }
        return map;
    }
}
