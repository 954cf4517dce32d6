package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Label;
import hudson.model.Node;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** Keeps the key of an environment on the agents that it names. */
public final class AgentRule {
    private AgentRule() {}

    /** @throws BadInputException if it is no label expression */
    public static void check(String agentLabel) {
        try {
            Label.parseExpression(agentLabel);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "The agentLabel '" + agentLabel.replaceAll("\\p{Cntrl}", "?")
                            + "' is not a label expression; it takes one such as deployer or deployer && linux.",
                    e);
        }
    }

    /**
     * Refuses other agents than those of the label.
     *
     * @param workspace on the agent that would get the key
     * @throws BadInputException if this agent is none of them
     */
    public static void require(String environment, AccessRules rules, FilePath workspace) {
        if (rules.agentLabel() == null) {
            return;
        }
        Computer computer = workspace.toComputer();
        if (computer == null || !matches(rules.agentLabel(), computer)) {
            throw new BadInputException("Environment " + environment + " is deployed to by agents with the label "
                    + rules.agentLabel() + " alone, and this build runs on "
                    + (computer == null ? "an agent that is gone" : computer.getDisplayName())
                    + "; let the deployment run on an agent with that label.");
        }
    }

    /** An agent with the label that is online, if there is one. */
    public static Optional<Computer> online(String agentLabel) {
        return Stream.of(Jenkins.get().getComputers())
                .filter(computer -> computer.getChannel() != null && matches(agentLabel, computer))
                .findFirst();
    }

    /** Whether an agent that is still there has the label. */
    public static boolean matches(String agentLabel, Computer computer) {
        Node node = computer.getNode();
        return node != null && Label.parseExpression(agentLabel).matches(node);
    }
}
