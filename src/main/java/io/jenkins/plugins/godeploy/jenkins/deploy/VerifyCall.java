package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.deploy.Verifier;
import io.jenkins.plugins.godeploy.jenkins.agent.OwnClassLoader;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import java.util.ArrayList;
import jenkins.agents.ControllerToAgentCallable;

/**
 * Has an agent compare what the hosts serve with what was deployed. The key is overwritten at the end.
 *
 * @param known what the history says of the hosts
 */
record VerifyCall(Destination destination, LastKnown known)
        implements ControllerToAgentCallable<ArrayList<Drift>, InterruptedException> {
    @Override
    public ArrayList<Drift> call() throws InterruptedException {
        try (OwnClassLoader loader = OwnClassLoader.enter();
                destination;
                SshCredential key =
                        destination.key().unpack(destination.environment().ssh().certificate())) {
            return new ArrayList<>(new Verifier(EngineCall.connector(destination, key))
                    .verify(destination.environment(), known.release(), known.journalHeads()));
        }
    }
}
