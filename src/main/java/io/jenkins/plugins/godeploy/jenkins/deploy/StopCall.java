package io.jenkins.plugins.godeploy.jenkins.deploy;

import jenkins.agents.ControllerToAgentCallable;

/** Tells a deployment on an agent to stop. */
record StopCall(String id) implements ControllerToAgentCallable<Void, RuntimeException> {
    @Override
    public Void call() {
        RunningDeployments.stop(id);
        return null;
    }
}
