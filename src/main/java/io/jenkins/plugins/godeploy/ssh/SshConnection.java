package io.jenkins.plugins.godeploy.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** One authenticated connection to one host. Safe for use by many threads; closing it ends all that runs through it. */
public interface SshConnection extends Closeable {
    /** The name of the client that made it, one of {@link SshClients#NAMES} but not {@code auto}. */
    String client();

    /**
     * Starts a command through the user's login shell.
     *
     * @throws SshException if the connection is lost or the host refuses the session
     * @throws InterruptedException if the thread is interrupted before the host has answered
     */
    SshProcess exec(String command) throws SshException, InterruptedException;

    /**
     * Runs a command through the user's login shell to its end: feeds it all bytes of a stream and collects what it
     * writes, both at the same time. A command may end without reading all of its input.
     *
     * @param stdin what the command reads; not closed; null for nothing
     * @param timeout for the whole of it
     * @param bytesSent told how many bytes of {@code stdin} have been sent so far, on another thread; null for nobody
     * @return what it wrote: at most 1 MiB to each of its two outputs, more is an error
     * @throws SshException with {@link SshException.Reason#TIMEOUT} if it has not ended in time, with
     *     {@link SshException.Reason#CONNECTION} if the connection is lost, with {@link SshException.Reason#SESSION} if
     *     the host refuses the session or more than 1 MiB comes back
     * @throws IOException what reading {@code stdin} threw
     * @throws InterruptedException if the thread is interrupted; the command is told by the end of its input
     */
    SshOutput run(String command, InputStream stdin, Duration timeout, LongConsumer bytesSent)
            throws IOException, InterruptedException;

    /**
     * A byte stream from the host to an address that the host can reach.
     *
     * @throws SshException {@link SshException.Reason#FORWARDING_PROHIBITED} if the host allows none;
     *     {@link SshException.Reason#CONNECTION} if nothing listens there; {@link SshException.Reason#TIMEOUT} if there
     *     is no answer within 30 s
     * @throws InterruptedException if the thread is interrupted before the host has answered
     */
    SshTunnel tunnel(String address, int port) throws SshException, InterruptedException;

    /** Closes the connection and all that runs through it; never blocks on the network for longer than a second. */
    @Override
    void close();
}
