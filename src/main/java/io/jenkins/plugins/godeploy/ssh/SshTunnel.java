package io.jenkins.plugins.godeploy.ssh;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** A forwarded byte stream. Closing it makes pending reads end. */
public interface SshTunnel extends Closeable {
    InputStream in();

    OutputStream out();

    @Override
    void close();
}
