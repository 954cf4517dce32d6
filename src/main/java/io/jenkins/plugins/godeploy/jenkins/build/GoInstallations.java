package io.jenkins.plugins.godeploy.jenkins.build;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.tools.ToolDescriptor;
import hudson.tools.ToolInstallation;
import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;

/** The installations of Go that Jenkins manages as tools, such as the plugin "golang" adds them. */
final class GoInstallations {
    /** As in {@code tools { go '1.22' }}; so no class of that plugin has to be there. */
    private static final String SYMBOL = "go";

    private GoInstallations() {}

    static List<String> names() {
        return all().map(ToolInstallation::getName).toList();
    }

    /**
     * The environment in which an installation is the Go on the PATH. It is installed on the agent if it is not there.
     *
     * @param name of the installation
     * @throws BadInputException if there is none of that name; it lists those there are
     */
    static EnvVars environment(String name, FilePath workspace, EnvVars env, TaskListener log)
            throws IOException, InterruptedException {
        ToolInstallation installation = all().filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no Go installation '" + name + "'; " + list()));
        Computer computer = workspace.toComputer();
        Node node = computer == null ? null : computer.getNode();
        if (node == null) {
            throw new IOException("The agent is gone, so Go cannot be installed there.");
        }
        EnvVars tool = new EnvVars();
        installation.translate(node, env, log).buildEnvVars(tool);
        return new EnvVars(env).overrideAll(tool);
    }

    private static String list() {
        List<String> names = names();
        return names.isEmpty()
                ? "there are none: add one in Manage Jenkins, Tools, where the plugin 'golang' is installed, or leave go"
                        + " away for the one on the PATH."
                : "there are " + names.stream().collect(Collectors.joining(", "))
                        + "; correct go, or add it in Manage Jenkins, Tools.";
    }

    private static Stream<ToolInstallation> all() {
        return ToolInstallation.all().stream()
                .filter(GoInstallations::isGo)
                .flatMap(kind -> Stream.of(kind.getInstallations()));
    }

    private static boolean isGo(ToolDescriptor<?> kind) {
        Symbol symbol = kind.getClass().getAnnotation(Symbol.class);
        return symbol != null && List.of(symbol.value()).contains(SYMBOL);
    }
}
