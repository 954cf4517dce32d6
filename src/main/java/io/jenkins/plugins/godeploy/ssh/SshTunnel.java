package io.jenkins.plugins.godeploy.ssh;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A forwarded byte stream. Closing it makes pending reads end; interrupting a thread that reads or writes makes it throw
 * {@link java.io.InterruptedIOException}.
 */
public interface SshTunnel extends Closeable {
    /** From now on, a read or a write that has not ended after this time throws {@link SshException.Reason#TIMEOUT}. */
    void expireAfter(Duration timeout);

    InputStream in();

    OutputStream out();

    @Override
    void close();
}
