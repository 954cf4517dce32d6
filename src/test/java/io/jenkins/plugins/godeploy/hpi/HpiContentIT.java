package io.jenkins.plugins.godeploy.hpi;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Test;

/** What is in the plugin, and what must not be. */
public class HpiContentIT {
    @Test
    public void itBundlesOnlyWhatNobodyElseHas() {
        List<String> libraries = libraries().stream()
                .map(name -> name.replaceAll("-[0-9][^/]*\\.jar$", ""))
                .toList();
        assertEquals(List.of("commons-compress", "go-deploy.jar"), libraries);
    }

    @Test
    public void itBundlesNothingThatJenkinsItselfHas() throws IOException {
        Set<String> war;
        try (InputStream in = getClass().getResourceAsStream("/hpi/war-libraries.txt")) {
            war = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
        }
        List<String> both = libraries().stream()
                .map(name -> name.replaceAll("-[0-9][^/]*\\.jar$", ""))
                .filter(war::contains)
                .toList();
        assertEquals(List.of(), both);
    }

    @Test
    public void itHasNoClassOfAnotherPluginsLibraries() {
        List<String> foreign = allFiles()
                .filter(path -> path.matches("(com/trilead|org/apache/sshd|net/i2p|com/fasterxml|org/yaml|picocli)/.*"))
                .toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    public void itHasNoneOfTheDeclaredClasses() throws IOException {
        Path declarations = Hpi.PROJECT.resolve("src/jenkins-api/java");
        Set<String> declared;
        try (Stream<Path> files = Files.walk(declarations)) {
            declared = files.filter(Files::isRegularFile)
                    .map(file -> declarations.relativize(file).toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        List<String> inside = allFiles()
                .filter(path -> declared.contains(path.replaceAll("(\\$[^/]*)?\\.class$", "")))
                .toList();
        assertEquals(List.of(), inside);
    }

    @Test
    public void theCommandLineIsNotInIt() {
        List<String> cli = Hpi.plugin().keySet().stream()
                .filter(path -> path.startsWith("io/jenkins/plugins/godeploy/cli/"))
                .toList();
        assertEquals(List.of(), cli);
    }

    @Test
    public void everyEntryHasTheSameTimeSoThatEqualSourcesGiveEqualBytes() throws IOException {
        try (ZipFile zip = new ZipFile(Hpi.FILE.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                assertEquals(entry.getName(), LocalDateTime.of(2026, 1, 1, 0, 0), entry.getTimeLocal());
            }
        }
    }

    private static List<String> libraries() {
        return Hpi.files().keySet().stream()
                .filter(path -> path.endsWith(".jar"))
                .map(path -> path.substring("WEB-INF/lib/".length()))
                .sorted()
                .toList();
    }

    private static Stream<String> allFiles() {
        return Stream.concat(
                Hpi.files().keySet().stream(),
                libraries().stream().flatMap(name -> Hpi.jar("WEB-INF/lib/" + name).keySet().stream()));
    }
}
