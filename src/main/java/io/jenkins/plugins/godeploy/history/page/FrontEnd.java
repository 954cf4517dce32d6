package io.jenkins.plugins.godeploy.history.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The files that draw the pages in a browser. */
public final class FrontEnd {
    /** The scripts, each after those that it needs. */
    static final List<String> SCRIPTS =
            List.of("words", "dom", "parts", "chart", "overview", "environment", "source", "start");

    private FrontEnd() {}

    /** What Jenkins calls them, the style included, with commas between. */
    public static String adjuncts() {
        return SCRIPTS.stream()
                        .map(name -> FrontEnd.class.getPackageName() + "." + name)
                        .collect(Collectors.joining(","))
                + "," + FrontEnd.class.getPackageName() + ".page";
    }

    /** The first Jenkinsfile, for who has deployed nothing yet. */
    public static String example() throws IOException {
        return file("Jenkinsfile");
    }

    /** All scripts, one after the other. */
    static String script() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : SCRIPTS) {
            all.append(file(name + ".js"));
        }
        return all.toString();
    }

    static String file(String name) throws IOException {
        try (InputStream in = FrontEnd.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
