package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Connector;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.HostSession;
import io.jenkins.plugins.godeploy.host.ServiceOnHost;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The line to one host: one connection for the whole deployment, and another one only where it was lost. */
final class Line {
    /** Together less than the host's lease, after which its watcher acts. */
    private static final long[] WAIT_MILLIS = {500, 2_000, 5_000, 10_000};

    private final Host host;
    private final ServiceOnHost service;
    private final Connector connector;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile HostSession session;

    Line(Host host, ServiceOnHost service, Connector connector) {
        this.host = host;
        this.service = service;
        this.connector = connector;
    }

    /** Connects; a host that refuses or breaks the connection is tried again a few times. */
    HostSession open() throws SshException, InterruptedException {
        for (int retry = 0; ; retry++) {
            try {
                session = new HostSession(host, service, connector.connect(host));
                return session;
            } catch (SshException e) {
                if (retry == Backoff.RETRIES || !e.mayPass()) {
                    throw e;
                }
            }
            Backoff.pause(retry);
        }
    }

    Duration lease() {
        return service.lease();
    }

    boolean isOpen() {
        return session != null;
    }

    HostSession session() {
        return session;
    }

    /** What is asked of a session. */
    interface Talk<T> {
        T with(HostSession session) throws IOException, InterruptedException;
    }

    /**
     * Asks, and where the connection is lost connects again and asks once more; only for what may be asked twice.
     *
     * @throws IOException the first time's if no new connection can be had
     */
    <T> T again(Talk<T> talk) throws IOException, InterruptedException {
        connecting.lockInterruptibly();
        try {
            return again(talk, WAIT_MILLIS);
        } finally {
            connecting.unlock();
        }
    }

    /**
     * Renews the lease, and connects again where the connection was lost while other hosts were at work. Does nothing
     * while somebody else asks.
     */
    void renew() throws IOException, InterruptedException {
        if (!connecting.tryLock()) {
            return;
        }
        try {
            again(
                    open -> {
                        open.renew();
                        return null;
                    },
                    WAIT_MILLIS[0]);
        } finally {
            connecting.unlock();
        }
    }

    private <T> T again(Talk<T> talk, long... waits) throws IOException, InterruptedException {
        SshException lost;
        try {
            return talk.with(session);
        } catch (SshException e) {
            lost = e;
        }
        for (long wait : waits) {
            Thread.sleep(Backoff.jitter(wait));
            try {
                HostSession next = new HostSession(host, service, connector.connect(host));
                next.takeUp(session);
                session.close();
                session = next;
                return talk.with(session);
            } catch (SshException e) {
                lost.addSuppressed(e);
            }
        }
        throw lost;
    }

    void close() {
        if (session != null) {
            session.close();
        }
    }
}
