package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;

/** Chooses from where the hosts of an administrator's environment are looked at when no build says so. */
public final class AgentChoice {
    private AgentChoice() {}

    /**
     * An agent that may have the environment's key: one with its label; where it names none, Jenkins itself, so that no
     * agent gets the key which was not meant to.
     *
     * @throws BadInputException if no such agent is online
     */
    public static VirtualChannel of(String environment, AccessRules rules) {
        if (rules.agentLabel() == null) {
            return FilePath.localChannel;
        }
        return AgentRule.online(rules.agentLabel())
                .map(Computer::getChannel)
                .orElseThrow(() -> new BadInputException("No agent with the label " + rules.agentLabel()
                        + " is online, and environment " + environment + " is reached from those alone; start one."));
    }
}
