package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;

/** The parameters of the steps are a contract: documentation and forms have those that the steps take, and no others. */
public class ParametersTest {
    private static final String PACKAGE = ParametersTest.class.getPackageName();
    private static final Path DOCUMENT = Path.of("docs/pipeline.md");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Where docs/pipeline.md lists the parameters of a class. */
    private static final Map<String, String> SECTIONS = Map.ofEntries(
            Map.entry("goBuild", "build.GoBuildStep"),
            Map.entry("goDeploy", "deploy.GoDeployStep"),
            Map.entry("goRollback", "deploy.GoRollbackStep"),
            Map.entry("goVerify", "deploy.GoVerifyStep"),
            Map.entry("Where to", "environment.EnvironmentStep"),
            Map.entry("rollingUpdate", "strategy.RollingUpdate"),
            Map.entry("canary", "strategy.Canary"),
            Map.entry("allAtOnce", "strategy.AllAtOnce"),
            Map.entry("httpHealth", "health.HttpHealth"),
            Map.entry("tcpHealth", "health.TcpHealth"),
            Map.entry("commandHealth", "health.CommandHealth"),
            Map.entry("Every health check", "health.HealthProbe"));

    /** The views in which a form shows the parameters of a class, where it is not {@code config}. */
    private static final Map<String, String> VIEWS =
            Map.of("environment.EnvironmentStep", "environment", "health.HealthProbe", "timing");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGE);

    @Test
    public void theDocumentationListsTheParametersThatThereAre() {
        String document = read(DOCUMENT);
        SECTIONS.forEach((section, type) ->
                assertEquals(section + " in " + DOCUMENT, parameters(type), documented(document, section)));
    }

    @Test
    public void theFormsHaveAFieldForEachParameter() {
        SECTIONS.values().stream().filter(type -> !type.endsWith("AllAtOnce")).forEach(type -> {
            Path view = RESOURCES.resolve(
                    (PACKAGE + "." + type).replace('.', '/') + "/" + VIEWS.getOrDefault(type, "config") + ".jelly");
            assertEquals(view.toString(), parameters(type), matches("field=\"(\\w+)\"", read(view)));
        });
    }

    @Test
    public void theFormAndTheGuideOfAnAdministratorsEnvironmentHaveEachOfItsFields() {
        String type = "configuration.ManagedEnvironment";
        Path view = RESOURCES.resolve((PACKAGE + "." + type).replace('.', '/') + "/config.jelly");

        assertEquals(view.toString(), parameters(type), matches("field=\"(\\w+)\"", read(view)));
        assertEquals(
                "docs/administrator.md",
                parameters(type),
                matches("(?m)^\\| [A-Z][^|`]* \\| `(\\w+)` \\|", read(Path.of("docs/administrator.md"))));
    }

    @Test
    public void aBuilderTakesTheStepAndNothingElse() {
        for (String builder : Set.of("build.GoBuildBuilder", "deploy.GoDeployBuilder", "deploy.GoRollbackBuilder")) {
            assertEquals(builder, Set.of("step"), parameters(builder));
        }
    }

    /** Mandatory ones are final fields and come through the constructor, the others have setters. */
    private static Set<String> parameters(String type) {
        JavaClass parsed = CLASSES.get(PACKAGE + "." + type);
        Set<String> names = parsed.getMethods().stream()
                .filter(method -> method.isAnnotatedWith("org.kohsuke.stapler.DataBoundSetter"))
                .map(method -> method.getName().substring("set".length()))
                .map(name -> name.substring(0, 1).toLowerCase() + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        parsed.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .forEach(names::add);
        return names;
    }

    private static Set<String> documented(String document, String section) {
        Matcher matcher = Pattern.compile("(?ms)^##+ " + Pattern.quote(section) + "$(.*?)(?=^##|\\z)")
                .matcher(document);
        if (!matcher.find()) {
            throw new AssertionError(DOCUMENT + " has no section " + section);
        }
        return matches("(?m)^\\| `(\\w+)` \\|", matcher.group(1));
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
