package io.jenkins.plugins.godeploy.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The demo's three jobs, each with the parameter VERSION. Their texts are in {@code src/demo/jobs}. */
final class DemoJobs {
    static final String DECLARATIVE = "shop";
    static final String SCRIPTED = "shop-scripted";
    static final String FREESTYLE = "shop-freestyle";

    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0", "1.2.0", "1.3.0");

    private DemoJobs() {}

    static void put(Controller controller) throws IOException, InterruptedException {
        controller.putJob(DECLARATIVE, JobXml.pipeline(read("declarative.Jenkinsfile"), VERSIONS));
        controller.putJob(SCRIPTED, JobXml.pipeline(read("scripted.Jenkinsfile"), VERSIONS));
        controller.putJob(FREESTYLE, JobXml.freestyle("demo", VERSIONS, read("freestyle-builders.xml")));
    }

    private static String read(String file) throws IOException {
        try (InputStream in = DemoJobs.class.getResourceAsStream("/jobs/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
