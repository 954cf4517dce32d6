package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.Channel;
import io.jenkins.plugins.godeploy.deploy.Deployer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The deployments that run in this JVM, that of an agent or of the controller, so that they can be told to stop. */
final class RunningDeployments {
    /** Longer than a deployment that is told to stop takes, as a rule; the lock on the hosts is there for the others. */
    private static final long PREDECESSOR_SECONDS = 300;

    private static final Map<String, Entry> RUNNING = new ConcurrentHashMap<>();

    private RunningDeployments() {}

    /**
     * Until closed, the deployment can be stopped by its ID, and stops when the connection to the controller ends. One of
     * the same ID, which the controller lost sight of, is stopped and waited for.
     */
    static Entry enter(String id, Deployer deployer) throws InterruptedException {
        Entry before = RUNNING.get(id);
        if (before != null) {
            before.deployer.stop();
            before.ended.await(PREDECESSOR_SECONDS, TimeUnit.SECONDS);
        }
        return new Entry(id, deployer);
    }

    /** Tells it to stop; nothing happens if it does not run here any more. */
    static void stop(String id) {
        Entry entry = RUNNING.get(id);
        if (entry != null) {
            entry.deployer.stop();
        }
    }

    /** One that runs. */
    static final class Entry extends Channel.Listener implements AutoCloseable {
        private final String id;
        private final Deployer deployer;
        private final CountDownLatch ended = new CountDownLatch(1);
        /** Null on the controller itself. */
        private final Channel channel = Channel.current();

        private Entry(String id, Deployer deployer) {
            this.id = id;
            this.deployer = deployer;
            RUNNING.put(id, this);
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
            RUNNING.remove(id, this);
            ended.countDown();
        }
    }
}
