package io.jenkins.plugins.godeploy.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** Links lead somewhere, and examples are what is read. */
public class DocumentsTest {
    @Test
    public void everyLinkLeadsToAFileAndAHeading() throws Exception {
        for (Document document : Document.all()) {
            for (String link : document.links()) {
                String[] parts = link.split("#", 2);
                Path target =
                        parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]);
                assertTrue(document.file() + " links to " + link, Files.exists(target));
                if (parts.length == 2) {
                    assertTrue(
                            document.file() + " links to " + link,
                            new Document(target, Files.readString(target))
                                    .anchors()
                                    .contains(parts[1]));
                }
            }
        }
    }

    @Test
    public void everyGodeployYamlIsRead() throws Exception {
        for (Document document : Document.all()) {
            for (String yaml : document.fenced("yaml")) {
                if (yaml.startsWith("service:")) {
                    GoDeployFile.parse(yaml, document.file().toString(), GoDeployFile.Reader.COMMAND_LINE);
                }
            }
        }
    }

    @Test
    public void theReadmeShowsTheExampleFiles() throws Exception {
        Document readme = Document.of("README.md");

        assertEquals(example("Jenkinsfile"), readme.fenced("groovy").get(0));
        assertEquals(example("godeploy.yaml"), readme.fenced("yaml").get(0));
    }

    @Test
    public void theAdministratorsGuideShowsTheExampleFile() throws Exception {
        assertEquals(
                example("jenkins.yaml"),
                Document.of("docs/administrator.md").fenced("yaml").get(0));
    }

    @Test
    public void theApprovalThatIsShownIsTheExampleFile() throws Exception {
        assertTrue(Document.of("docs/pipeline.md").fenced("groovy").contains(example("approval.Jenkinsfile")));
    }

    @Test
    public void jenkinsReadsTheExampleEnvironment() throws Exception {
        GoDeployFile.parse(example("godeploy.yaml"), "example", GoDeployFile.Reader.JENKINS)
                .environment("staging");
    }

    @Test
    public void everyPipelineIsBalanced() throws Exception {
        List<String> pipelines = new ArrayList<>();
        pipelines.add(Files.readString(Machine.project().resolve("Jenkinsfile")));
        try (Stream<Path> examples = Files.list(Machine.project().resolve("docs/examples"))) {
            for (Path example :
                    examples.filter(e -> e.toString().endsWith("Jenkinsfile")).toList()) {
                pipelines.add(Files.readString(example));
            }
        }
        for (Document document : Document.all()) {
            pipelines.addAll(document.fenced("groovy"));
        }
        pipelines.forEach(DocumentsTest::assertBalanced);
    }

    /** Brackets that match outside of strings and comments; strings that end in their line. */
    private static void assertBalanced(String pipeline) {
        Deque<Character> open = new ArrayDeque<>();
        String code = pipeline.replaceAll("(?s)'''.*?'''|\"\"\".*?\"\"\"", "")
                .replaceAll("'(\\\\.|[^'\\\\\n])*'|\"(\\\\.|[^\"\\\\\n])*\"", "")
                .replaceAll("//[^\n]*", "");
        assertTrue("a string does not end: " + pipeline, code.indexOf('\'') < 0 && code.indexOf('"') < 0);
        for (char c : code.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                open.push(")]}".charAt("([{".indexOf(c)));
            } else if (")]}".indexOf(c) >= 0) {
                assertTrue("a bracket too many: " + pipeline, !open.isEmpty() && open.pop() == c);
            }
        }
        assertTrue("a bracket is missing: " + pipeline, open.isEmpty());
    }

    private static String example(String name) throws IOException {
        return Files.readString(Machine.project().resolve("docs/examples").resolve(name));
    }
}
