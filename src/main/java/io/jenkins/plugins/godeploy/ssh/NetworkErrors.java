package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Says in one sentence about one host what Java's network, or whichever library, says in several nested exceptions. */
final class NetworkErrors {
    private NetworkErrors() {}

    /** What kept a connection from being made; null if it was not the network. */
    static SshException connecting(SshEndpoint endpoint, IOException e) {
        String host = endpoint.label();
        if (find(e, UnknownHostException.class) != null) {
            return new SshException(
                    Reason.UNKNOWN_HOST,
                    host + " cannot be found: no name server or hosts file knows " + endpoint.address() + ".",
                    e);
        }
        if (find(e, NoRouteToHostException.class) != null) {
            return new SshException(Reason.CONNECTION, host + " cannot be reached: there is no route to it.", e);
        }
        ConnectException refused = find(e, ConnectException.class);
        if (refused != null) {
            return new SshException(
                    Reason.CONNECTION,
                    String.valueOf(refused.getMessage()).contains("refused")
                            ? host + " refuses the connection: no SSH server listens on port " + endpoint.port() + "."
                            : host + " cannot be reached: " + refused.getMessage() + ".",
                    e);
        }
        if (find(e, SocketTimeoutException.class) != null) {
            return new SshException(Reason.TIMEOUT, host + " does not answer: the time to connect ran out.", e);
        }
        return null;
    }

    static SshException noSsh(SshEndpoint endpoint, IOException e) {
        return new SshException(
                Reason.CONNECTION, endpoint.label() + " does not speak SSH 2 on port " + endpoint.port() + ".", e);
    }

    static SshException unnamed(SshEndpoint endpoint, IOException e) {
        return new SshException(
                Reason.CONNECTION,
                endpoint.label()
                        + " closed the connection before it named itself: either no SSH server is on port "
                        + endpoint.port() + ", or it turns clients away (MaxStartups, a firewall).",
                e);
    }

    /** @param algorithms what the client knows */
    static SshException negotiation(SshEndpoint endpoint, String algorithms, IOException e) {
        return new SshException(
                Reason.NEGOTIATION,
                endpoint.label() + " shares no algorithm with this client, which knows " + algorithms + ".",
                e);
    }

    static SshException setup(SshEndpoint endpoint, IOException e) {
        return new SshException(
                Reason.CONNECTION, endpoint.label() + " ended the connection while it was set up: " + innermost(e), e);
    }

    /** A connection that worked before. */
    static SshException lost(SshEndpoint endpoint, Throwable e) {
        SshException known = find(e, SshException.class);
        if (known != null) {
            return new SshException(known.reason(), known.getMessage(), e);
        }
        return new SshException(
                Reason.CONNECTION, "The connection to " + endpoint.label() + " was lost: " + innermost(e), e);
    }

    static <T extends Throwable> T find(Throwable e, Class<T> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static String innermost(Throwable e) {
        String said = null;
        for (Throwable t = e; t != null; t = t.getCause()) {
            said = t.getMessage() != null ? t.getMessage() : said;
        }
        String text = said == null ? "no reason given" : said.strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
