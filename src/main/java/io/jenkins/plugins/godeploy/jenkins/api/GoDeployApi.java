package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
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

/** {@code /go-deploy/api/json}: the history, and what runs where, as far as the user may see it. */
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
        ApiAnswer answer = new ApiAnswer(VisibleHistory.get(), BuildLink::url);
        Set<ApiQuery.Part> parts = query.parts();
        Map<String, Object> map = new LinkedHashMap<>();
        if (parts.contains(ApiQuery.Part.DEPLOYMENTS)) {
            map.putAll(answer.deployments(query));
        }
        if (parts.contains(ApiQuery.Part.RUNNING)) {
            map.put(DeploymentJson.word(ApiQuery.Part.RUNNING), answer.running(query));
        }
        return map;
    }
}
