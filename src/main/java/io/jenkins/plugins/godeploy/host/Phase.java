package io.jenkins.plugins.godeploy.host;

/** The phases of a deployment on one host, in their order. */
public enum Phase {
    LOOK,
    SEND,
    SWITCH,
    PROVE,
    SETTLE,
    /** Back to the release that served before; only after a failure. */
    RETURN
}
