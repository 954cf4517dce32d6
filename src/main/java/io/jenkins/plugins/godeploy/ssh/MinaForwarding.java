package io.jenkins.plugins.godeploy.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.client.channel.ChannelDirectTcpip;

/** A forwarded stream of MINA. */
record MinaForwarding(ChannelDirectTcpip channel) implements ForwardedStream {
    @Override
    public InputStream in() {
        return channel.getInvertedOut();
    }

    @Override
    public OutputStream out() {
        return channel.getInvertedIn();
    }

    @Override
    public void close() {
        MinaConnection.shut(channel);
    }
}
