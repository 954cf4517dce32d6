package io.jenkins.plugins.godeploy.ssh;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A command that runs on a host. Standard output and error share one window: both must be read while it runs, or it
 * stalls. Interrupting a thread that reads or writes makes it throw {@link java.io.InterruptedIOException}.
 */
public interface SshProcess extends Closeable {
    OutputStream stdin();

    InputStream stdout();

    InputStream stderr();

    /**
     * Waits for the end.
     *
     * @return the exit status, or -1 if a signal ended it or the host sent none
     * @throws SshException with {@link SshException.Reason#TIMEOUT} if it has not ended in time, with
     *     {@link SshException.Reason#CONNECTION} if the connection is lost
     */
    int waitFor(Duration timeout) throws SshException, InterruptedException;

    /** Closes the channel; what runs on the host is told by the end of its input. */
    @Override
    void close();
}
