package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.Channel;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The deployments that run in this JVM, that of an agent or of the controller, so that they can be told to stop. */
final class RunningDeployments {
    private static final Map<String, Deployer> RUNNING = new ConcurrentHashMap<>();

    private RunningDeployments() {}

    /** Until closed, the deployment can be stopped by its ID, and stops when the connection to the controller ends. */
    static Entry enter(String id, Deployer deployer) {
        return new Entry(id, deployer);
    }

    /** Tells it to stop; nothing happens if it does not run here any more. */
    static void stop(String id) {
        Deployer deployer = RUNNING.get(id);
        if (deployer != null) {
            deployer.stop();
        }
    }

    /** One that runs. */
    static final class Entry extends Channel.Listener implements AutoCloseable {
        private final String id;
        private final Deployer deployer;
        /** Null on the controller itself. */
        private final Channel channel = Channel.current();

        private Entry(String id, Deployer deployer) {
            this.id = id;
            this.deployer = deployer;
            RUNNING.put(id, deployer);
            if (channel != null) {
                channel.addListener(this);
            }
        }

        @Override
        public void onClosed(Channel closed, IOException cause) {
            deployer.stop();
        }

        @Override
        public void close() {
            if (channel != null) {
                channel.removeListener(this);
            }
            RUNNING.remove(id, deployer);
        }
    }
}
