package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.history.JsonText;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;

/** Answers in JSON. */
final class JsonAnswer {
    private static final String TYPE = "application/json;charset=UTF-8";

    private JsonAnswer() {}

    static HttpResponse ok(Object plain, boolean pretty) {
        return new Answer(200, TYPE, pretty ? JsonText.pretty(plain) : JsonText.line(plain));
    }

    /** What is wrong, in one sentence. */
    static HttpResponse error(int status, String sentence) {
        return new Answer(status, TYPE, JsonText.line(Map.of("error", sentence)));
    }
}
