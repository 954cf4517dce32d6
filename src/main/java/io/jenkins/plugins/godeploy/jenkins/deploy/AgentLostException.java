package io.jenkins.plugins.godeploy.jenkins.deploy;

import java.io.IOException;

/** The connection to the agent ended while it deployed, so that nobody knows the hosts' state. */
final class AgentLostException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String STATE =
            "; hosts whose switch is not confirmed return by themselves, and running the same again finishes what is"
                    + " left.";

    private AgentLostException(String message, Throwable cause) {
        super(message, cause);
    }

    /** It may come back. */
    static AgentLostException because(Throwable cause) {
        return new AgentLostException("The connection to the agent was lost" + STATE, cause);
    }

    /** @param limit how long it was waited for */
    static AgentLostException forGood(String limit) {
        return new AgentLostException("The agent did not come back within " + limit + STATE, null);
    }
}
