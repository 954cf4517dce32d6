package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Drift;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.environment.Destination;
import io.jenkins.plugins.godeploy.jenkins.environment.ManagedDestination;
import io.jenkins.plugins.godeploy.jenkins.permission.AgentChoice;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks at the hosts of an environment, and changes nothing there. Who may ask has been checked by the caller. */
public final class Verification {
    /** More than it takes to find that every host is down; somebody waits for it. */
    static final long MINUTES = 3;

    private Verification() {}

    /**
     * Looks at all hosts of an administrator's environment, for somebody who asks outside of a build.
     *
     * @return one a host, in the environment's order
     * @throws BadInputException if the environment's key or agent is missing
     * @throws TimeoutException if it took too long
     */
    public static List<Drift> of(ManagedEnvironment managed, String service)
            throws IOException, InterruptedException, TimeoutException {
        VirtualChannel agent = AgentChoice.of(managed.getName(), new ManagedDefinition(managed).access());
        try (Destination destination = new ManagedDestination(managed, service).open()) {
            return of(destination, LastKnown.of(service, managed.getName()), agent);
        }
    }

    /**
     * Looks at all hosts.
     *
     * @param agent from which they are reached
     * @return one a host, in the environment's order
     * @throws BadInputException if the environment's host keys cannot be read
     * @throws TimeoutException if it took too long
     */
    static List<Drift> of(Destination destination, LastKnown known, VirtualChannel agent)
            throws IOException, InterruptedException, TimeoutException {
        Future<? extends List<Drift>> answer = agent.callAsync(new VerifyCall(destination, known));
        try {
            return answer.get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            throw new IOException("The look at the hosts failed.", e.getCause());
        } finally {
            answer.cancel(true); // ends it where nobody waits any more
        }
    }
}
