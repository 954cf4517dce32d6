package io.jenkins.plugins.godeploy.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The examples of docs/extend.md are the classes that the harness runs, and compile against what other plugins see. */
public class ExtendDocTest {
    private static final Path EXAMPLES =
            Machine.project().resolve("src/it/java/io/jenkins/plugins/godeploy/jenkins/extend");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theExamplesAreTheClassesThatAreRun() throws Exception {
        List<String> examples = Document.of("docs/extend.md").fenced("java");

        assertEquals(3, examples.size());
        for (String example : examples) {
            String name = example.replaceAll("(?s).*?class (\\w+) .*", "$1");
            String file = Files.readString(EXAMPLES.resolve(name + ".java"));
            assertTrue(name, file.endsWith("*/\n" + example));
        }
    }

    @Test
    public void theExamplesCompile() throws Exception {
        List<Path> sources = new ArrayList<>();
        for (String name : List.of("Pair", "Supervised", "Ready")) {
            // In the default build there is no harness, and a plugin takes the real annotation anyway.
            String text = Files.readString(EXAMPLES.resolve(name + ".java"))
                    .replace("org.jvnet.hudson.test.TestExtension", "hudson.Extension")
                    .replace("@TestExtension", "@Extension");
            sources.add(Files.writeString(folder.getRoot().toPath().resolve(name + ".java"), text));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-Xlint:-options",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-sourcepath",
                    Machine.project().resolve("src/jenkins-api/java").toString(),
                    "-d",
                    folder.newFolder("classes").toString());
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(said.toString(), compiled);
        }
    }
}
