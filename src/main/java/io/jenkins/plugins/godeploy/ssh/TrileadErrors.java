package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;

/** Finds out what Trilead means, which says it in messages alone. */
final class TrileadErrors {
    private TrileadErrors() {}

    /** What went wrong before the host's key was accepted. */
    static SshException connecting(SshEndpoint endpoint, IOException e) {
        SshException network = NetworkErrors.connecting(endpoint, e);
        if (network != null) {
            return network;
        }
        if (says(e, "proposals do not match")) {
            return NetworkErrors.negotiation(endpoint, TrileadClient.algorithms(), e);
        }
        if (says(e, "identification string")
                || says(e, "too long line")
                || says(e, "Malformed line")
                || says(e, "not SSH-2 compatible")) {
            return NetworkErrors.noSsh(endpoint, e);
        }
        if (says(e, "Premature connection close")) {
            return NetworkErrors.unnamed(endpoint, e);
        }
        return NetworkErrors.setup(endpoint, e);
    }

    static boolean isProhibition(Exception e) {
        return says(e, "ADMINISTRATIVELY_PROHIBITED");
    }

    private static boolean says(Throwable e, String words) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t.getMessage() != null && t.getMessage().contains(words)) {
                return true;
            }
        }
        return false;
    }
}
