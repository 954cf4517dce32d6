package io.jenkins.plugins.godeploy.hpi;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** What Jenkins reads first. */
public class HpiManifestIT {
    /** The packages of other plugins, and who brings them. */
    private static final Map<String, String> PLUGINS = Map.ofEntries(
            Map.entry("com.cloudbees.jenkins.plugins.sshcredentials", "ssh-credentials"),
            Map.entry("com.cloudbees.plugins.credentials", "credentials"),
            Map.entry("com.fasterxml.jackson", "jackson2-api"),
            Map.entry("com.trilead.ssh2", "trilead-api"),
            Map.entry("hudson.plugins.git", "git"),
            Map.entry("hudson.plugins.sshslaves", "ssh-slaves"),
            Map.entry("jenkins.scm.api", "scm-api"),
            Map.entry("org.apache.commons.lang3", "commons-lang3-api"),
            Map.entry("org.apache.sshd.client", "mina-sshd-api-core"),
            Map.entry("org.apache.sshd.common.config", "mina-sshd-api-common"),
            Map.entry("org.jenkinsci.plugins.workflow.steps", "workflow-step-api"),
            Map.entry("org.yaml.snakeyaml", "snakeyaml-api"));

    @Test
    public void theInnerJarHasTheSameManifest() {
        // Jenkins' class filter asks the inner one, and drops builders from jobs without a word if it is another.
        assertArrayEquals(Hpi.files().get(JarFile.MANIFEST_NAME), Hpi.plugin().get(JarFile.MANIFEST_NAME));
    }

    @Test
    public void itNamesThePluginAndTheJenkinsItNeeds() throws IOException {
        Attributes manifest = manifest();
        assertEquals("go-deploy", manifest.getValue("Short-Name"));
        assertEquals("Go Deploy", manifest.getValue("Long-Name"));
        assertEquals("io.jenkins.plugins", manifest.getValue("Group-Id"));
        assertEquals("go-deploy", manifest.getValue("Artifact-Id"));
        assertEquals("2.541.1", manifest.getValue("Jenkins-Version"));
        assertEquals("2.541.1", manifest.getValue("Hudson-Version"));
    }

    @Test
    public void noValueWasLeftToBeFilledIn() throws IOException {
        Set<Object> unfilled = manifest().values().stream()
                .filter(value ->
                        value.toString().contains("${") || value.toString().isBlank())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), unfilled);
    }

    @Test
    public void itDependsOnThePluginsWhoseClassesAreUsedAndOnNoOther() throws IOException {
        Set<String> used = Hpi.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .flatMap(type -> PLUGINS.entrySet().stream()
                        .filter(plugin -> type.getPackageName().startsWith(plugin.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, dependencies());
    }

    private static Set<String> dependencies() throws IOException {
        return Stream.of(manifest().getValue("Plugin-Dependencies").split(","))
                .map(dependency -> dependency.split(":")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Attributes manifest() throws IOException {
        return new Manifest(new ByteArrayInputStream(Hpi.files().get(JarFile.MANIFEST_NAME))).getMainAttributes();
    }
}
