package io.jenkins.plugins.godeploy.host;

/** How strongly it was proved that the running process is the release, from weak to strong. */
public enum Proof {
    /** Nothing is known of the process; only the health check spoke for it. */
    NONE,
    /**
     * The main process is new, it was started after the switch, its unit starts the program through {@code current},
     * and the file there has the release's SHA-256.
     */
    STARTED,
    /** The executable of the running process itself has the release's SHA-256. */
    EXACT
}
