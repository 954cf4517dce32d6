package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.deploy.Verifier;
import io.jenkins.plugins.godeploy.jenkins.agent.OwnClassLoader;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.util.ArrayList;
import java.util.HashMap;
import jenkins.agents.ControllerToAgentCallable;

/**
 * Has an agent compare what the hosts serve with what was deployed. The key is overwritten at the end.
 *
 * @param expected ID of the release that the history says is deployed; null if it does not know
 * @param heads the last known line of each host's journal, by its hash
 */
record VerifyCall(Destination destination, String expected, HashMap<String, String> heads)
        implements ControllerToAgentCallable<ArrayList<Drift>, InterruptedException> {
    @Override
    public ArrayList<Drift> call() throws InterruptedException {
        try (OwnClassLoader loader = OwnClassLoader.enter();
                destination;
                SshCredential key =
                        destination.key().unpack(destination.environment().ssh().certificate())) {
            return new ArrayList<>(new Verifier(EngineCall.connector(destination, key))
                    .verify(destination.environment(), expected, heads));
        }
    }
}
