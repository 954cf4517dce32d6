package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Connects until it dies: then all connections are gone and none comes back, as for hosts whose deployer is killed. */
final class Mortal implements Connector {
    private final Connector connector;
    private final List<SshConnection> connections = new ArrayList<>();
    private final CountDownLatch dead = new CountDownLatch(1);

    Mortal(Connector connector) {
        this.connector = connector;
    }

    @Override
    public SshConnection connect(Host host) throws SshException, InterruptedException {
        if (dead.getCount() == 0) {
            throw new SshException(SshException.Reason.CONNECTION, "the deployer is dead");
        }
        SshConnection connection = connector.connect(host);
        synchronized (this) {
            connections.add(connection);
        }
        return connection;
    }

    void die() {
        dead.countDown();
        synchronized (this) {
            connections.forEach(SshConnection::close);
        }
    }

    void awaitDeath() throws InterruptedException {
        dead.await();
    }
}
