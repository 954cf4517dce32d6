package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Keeps how far MINA came with a host, and what stopped it. */
final class MinaEvents implements SessionListener {
    private volatile boolean spoken;
    private volatile boolean named;
    private volatile boolean nothingShared;
    private volatile Throwable failure;

    @Override
    public void sessionPeerIdentificationLine(Session session, String line, List<String> extraLines) {
        spoken = true;
    }

    @Override
    public void sessionPeerIdentificationReceived(Session session, String version, List<String> extraLines) {
        named = true;
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> clientProposal,
            Map<KexProposalOption, String> serverProposal,
            Map<KexProposalOption, String> negotiatedOptions,
            Throwable reason) {
        nothingShared = reason != null;
    }

    @Override
    public void sessionException(Session session, Throwable t) {
        if (failure == null) {
            failure = t;
        }
    }

    @Override
    public void sessionDisconnect(Session session, int reason, String msg, String language, boolean initiator) {
        if (failure == null && !initiator) {
            failure = new IOException(msg);
        }
    }

    /** What ended the session; null if the host just went. */
    Throwable failure() {
        return failure;
    }

    /** What kept the connection from being made. */
    SshException explain(SshEndpoint endpoint, IOException e) {
        SshException network = NetworkErrors.connecting(endpoint, e);
        if (network != null) {
            return network;
        }
        if (nothingShared) {
            return NetworkErrors.negotiation(endpoint, MinaAlgorithms.names(), e);
        }
        if (named) {
            return NetworkErrors.setup(endpoint, e);
        }
        return spoken ? NetworkErrors.noSsh(endpoint, e) : NetworkErrors.unnamed(endpoint, e);
    }
}
