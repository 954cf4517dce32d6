package io.jenkins.plugins.godeploy.host;

import java.io.IOException;

/** A phase that a host refused or failed. The message is one sentence that names the host and what would be right. */
public final class HostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    HostException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The script's own word for it, such as {@code locked} or {@code disk-full}. */
    public String code() {
        return code;
    }
}
