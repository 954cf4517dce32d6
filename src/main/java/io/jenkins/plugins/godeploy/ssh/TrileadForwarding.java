package io.jenkins.plugins.godeploy.ssh;

import com.trilead.ssh2.LocalStreamForwarder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A forwarded stream of Trilead. */
record TrileadForwarding(LocalStreamForwarder channel) implements ForwardedStream {
    @Override
    public InputStream in() throws IOException {
        return channel.getInputStream();
    }

    @Override
    public OutputStream out() throws IOException {
        return channel.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
