package hudson.tasks;

import jenkins.tasks.SimpleBuildStep;

public class ArtifactArchiver extends Recorder implements SimpleBuildStep {
    public ArtifactArchiver(String artifacts) {}

    public native void setFingerprint(boolean fingerprint);

    public native void setFollowSymlinks(boolean follow);
}
