package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.jenkins.environment.ManagedDestination;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentChoice;
import io.jenkins.plugins.godeploy.jenkins.record.Recorder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at the hosts of an administrator's environment, and changes nothing there. */
public final class Verification {
    /** More than it takes to find that every host is down; somebody waits for it. */
    private static final long MINUTES = 3;

    private Verification() {}

    /**
     * Looks at all hosts. Who may ask has been checked by the caller.
     *
     * @return one a host, in the environment's order
     * @throws io.jenkins.plugins.godeploy.BadInputException if the environment's key or agent is missing
     * @throws TimeoutException if it took too long
     */
    public static List<Drift> of(ManagedEnvironment managed, String service)
            throws IOException, InterruptedException, TimeoutException {
        HistoryStore history = Recorder.store();
        String expected = history.lastSucceeded(service, managed.getName())
                .map(kept -> kept.deployment().release())
                .orElse(null);
        HashMap<String, String> heads = new HashMap<>(history.journalHeads(service, managed.getName()));
        VirtualChannel agent = AgentChoice.of(managed.getName(), new ManagedDefinition(managed).access());
        try (Destination destination = new ManagedDestination(managed, service).open()) {
            Future<? extends List<Drift>> answer = agent.callAsync(new VerifyCall(destination, expected, heads));
            try {
                return answer.get(MINUTES, TimeUnit.MINUTES);
            } catch (TimeoutException e) {
                answer.cancel(true);
                throw e;
            }
        } catch (ExecutionException e) {
            throw new IOException("The look at the hosts failed.", e.getCause());
        }
    }
}
