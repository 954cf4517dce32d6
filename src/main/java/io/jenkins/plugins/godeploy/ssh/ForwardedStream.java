package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A direct-tcpip channel (RFC 4254, section 7.2) as an SSH library gives it: its calls may block and swallow interrupts. */
interface ForwardedStream {
    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    /** Tells the host; may wait for it. */
    void close() throws IOException;
}
