package io.jenkins.plugins.godeploy.jenkins.deploy;

import java.io.IOException;

/** The connection to the agent ended while it deployed, so that nobody knows the hosts' state. */
final class AgentLostException extends IOException {
    private static final long serialVersionUID = 1L;

    AgentLostException(Throwable cause) {
        super(
                "The connection to the agent was lost; hosts whose switch is not confirmed return by themselves, and"
                        + " running the same again finishes what is left.",
                cause);
    }
}
