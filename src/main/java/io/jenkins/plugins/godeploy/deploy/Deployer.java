package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Connector;

/** Carries out one deployment or rollback. */
public final class Deployer {
    private final Connector connector;
    private final DeployListener listener;

    public Deployer(Connector connector, DeployListener listener) {
        this.connector = connector;
        this.listener = listener;
    }

    /**
     * What {@link #run} would do; changes nothing.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException if the request itself is wrong
     */
    public Plan plan(DeployRequest request) throws InterruptedException {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * Deploys or rolls back, and ends in a known state. All that goes wrong on hosts is told in the result;
     * {@link Result#REFUSED} means that nothing has been changed anywhere.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException if the request itself is wrong
     */
    public Deployment run(DeployRequest request) throws InterruptedException {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * Asks the running deployment to end: no further host is started, hosts in flight are finished or put back, and
     * {@link #run} returns with {@link Result#STOPPED}. May be called from any thread, more than once.
     */
    public void stop() {
        throw new UnsupportedOperationException("not written yet");
    }
}
