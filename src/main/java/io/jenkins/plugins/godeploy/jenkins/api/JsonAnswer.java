package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.history.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer in JSON that no browser takes for a page. */
record JsonAnswer(int status, Object plain, boolean pretty) implements HttpResponse {
    static JsonAnswer ok(Object plain, boolean pretty) {
        return new JsonAnswer(200, plain, pretty);
    }

    /** What is wrong, in one sentence. */
    static JsonAnswer error(int status, String sentence) {
        return new JsonAnswer(status, Map.of("error", sentence), false);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        byte[] body = (pretty ? JsonText.pretty(plain) : JsonText.line(plain)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // What one user may see is not for the next one behind the same proxy
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
