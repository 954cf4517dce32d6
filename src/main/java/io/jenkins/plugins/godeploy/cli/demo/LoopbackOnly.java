package io.jenkins.plugins.godeploy.cli.demo;

import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/** Allows connections to this machine's own ports and no other forwarding. */
final class LoopbackOnly extends RejectAllForwardingFilter {
    @Override
    public boolean canConnect(Type type, SshdSocketAddress address, Session session) {
        return type == Type.Direct && EmbeddedHost.ADDRESS.equals(address.getHostName());
    }
}
