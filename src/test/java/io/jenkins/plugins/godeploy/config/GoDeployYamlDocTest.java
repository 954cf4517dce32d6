package io.jenkins.plugins.godeploy.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** What docs/godeploy-yaml.md shows is what is read. */
public class GoDeployYamlDocTest {
    private static final Pattern FENCED = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    public void everyExampleIsRead() throws Exception {
        List<Project> projects = new ArrayList<>();
        Matcher example = FENCED.matcher(doc());
        while (example.find()) {
            projects.add(GoDeployFile.parse(
                    example.group(1), "example " + projects.size(), GoDeployFile.Reader.COMMAND_LINE));
        }

        assertEquals(9, projects.size());
    }

    @Test
    public void everyKeyIsExplained() throws Exception {
        String doc = doc();
        for (String path : List.of(
                "",
                "build",
                "environment",
                "ssh",
                "commands",
                "strategy.rollingUpdate",
                "strategy.canary",
                "health.httpHealth")) {
            for (String key : keysOf(path)) {
                assertTrue(path + ": " + key, doc.contains("| `" + key + "` |"));
            }
        }
    }

    /** The complaint about an unknown key lists those that there are. */
    private static List<String> keysOf(String path) {
        String wrong = "zzzzzzzzzzzz: 1";
        String inside = "{" + wrong + "}";
        if (path.contains(".")) {
            inside = "{" + path.substring(path.indexOf('.') + 1) + ": " + inside + "}";
        }
        String first = path.split("\\.")[0];
        String text =
                switch (first) {
                    case "" -> "service: shop\n" + wrong;
                    case "build" -> "service: shop\nbuild: " + inside;
                    case "environment" -> "service: shop\nenvironments: {a: " + inside + "}";
                    case "ssh" -> "service: shop\nenvironments: {a: {ssh: " + inside + "}}";
                    default ->
                        "service: shop\nenvironments: {a: {ssh: {user: deploy}, hosts: [b], " + first + ": " + inside
                                + "}}";
                };
        try {
            GoDeployFile.parse(text, "test", GoDeployFile.Reader.COMMAND_LINE);
        } catch (BadInputException complaint) {
            String message = complaint.getMessage();
            return List.of(message.substring(message.indexOf("there are ") + 10, message.length() - 1)
                    .split(", "));
        }
        throw new AssertionError("An unknown key was taken: " + text);
    }

    private static String doc() throws Exception {
        return Files.readString(Path.of("docs/godeploy-yaml.md"));
    }
}
