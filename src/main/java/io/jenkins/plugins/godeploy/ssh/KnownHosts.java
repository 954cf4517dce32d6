package io.jenkins.plugins.godeploy.ssh;

import java.io.Serializable;

/** The accepted host keys, read from text in the known_hosts format of sshd(8). */
public final class KnownHosts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String source;

    private KnownHosts(String text, String source) {
        this.text = text;
        this.source = source;
    }

    /**
     * @param text lines of known_hosts
     * @param source what messages call it, such as a path
     */
    public static KnownHosts parse(String text, String source) {
        return new KnownHosts(text, source);
    }
}
