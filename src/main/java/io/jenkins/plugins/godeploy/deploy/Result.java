package io.jenkins.plugins.godeploy.deploy;

/** How a deployment ended, and how it ended on one host. */
public enum Result {
    /** The release serves and was proved. */
    SUCCEEDED,
    /** The release serves on some hosts; on others it failed, within the failures that were allowed, and returned. */
    PARTIAL,
    /** The release failed, and the one before was put back and proved. */
    RETURNED,
    /** The release failed and what serves now could not be proved, or nothing serves; the message says which. */
    FAILED,
    /** Nothing was changed. */
    REFUSED,
    /** It was stopped before this host was touched, or before all hosts were. */
    STOPPED
}
