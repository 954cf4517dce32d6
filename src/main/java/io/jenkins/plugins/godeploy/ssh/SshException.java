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
    /** Null unless the host is not known at all. */
    private final String offeredKey;

    public SshException(Reason reason, String message) {
        this(reason, message, (String) null);
    }

    /** Refuses a host of which no key is known. */
    SshException(Reason reason, String message, String offeredKey) {
        super(message);
        this.reason = reason;
        this.offeredKey = offeredKey;
    }

    public SshException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.offeredKey = null;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the same may go well a moment later; a host key or a login that is refused is refused again. */
    public boolean mayPass() {
        return reason == Reason.CONNECTION;
    }

    /**
     * The key that a host presented of which none is known, as a line of known_hosts; null in all other cases, such as a
     * key that has changed.
     */
    public String offeredKey() {
        return offeredKey;
    }
}
