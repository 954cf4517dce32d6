package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;

/** A connection that could not be made or was lost. The message is one sentence that names the host. */
public class SshException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for those who decide on a second try. */
    public enum Reason {
        /** The name does not resolve. */
        UNKNOWN_HOST,
        /** Refused, unreachable, reset, or lost on the way. */
        CONNECTION,
        /** No answer in time. */
        TIMEOUT,
        /** The host's key is unknown, changed or revoked. */
        HOST_KEY,
        /** The host refuses the user or the key. */
        AUTHENTICATION,
        /** Client and host share no algorithm. */
        NEGOTIATION,
        /** The host does not allow forwarding. */
        FORWARDING_PROHIBITED,
        /** The host refuses a session or a command, or a command writes more than is taken. */
        SESSION,
        /** The private key cannot be read. */
        KEY
    }

    private final Reason reason;

    public SshException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public SshException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
