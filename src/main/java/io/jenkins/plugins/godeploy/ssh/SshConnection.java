package io.jenkins.plugins.godeploy.ssh;

import java.io.Closeable;

/** One authenticated connection to one host. Safe for use by many threads; closing it ends all that runs through it. */
public interface SshConnection extends Closeable {
    /**
     * Starts a command through the user's login shell.
     *
     * @throws SshException if the connection is lost or the host refuses the session
     */
    SshProcess exec(String command) throws SshException;

    /**
     * A byte stream from the host to an address that the host can reach.
     *
     * @throws SshException {@link SshException.Reason#FORWARDING_PROHIBITED} if the host allows none;
     *     {@link SshException.Reason#CONNECTION} if nothing listens there
     */
    SshTunnel tunnel(String address, int port) throws SshException;

    /** Closes the connection and all that runs through it; never blocks on the network for longer than a second. */
    @Override
    void close();
}
