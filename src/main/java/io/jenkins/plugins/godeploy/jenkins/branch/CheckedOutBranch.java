package io.jenkins.plugins.godeploy.jenkins.branch;

import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Set;

/** What a plugin for version control recorded of the branches that a build checked out. */
interface CheckedOutBranch extends ExtensionPoint {
    /**
     * Names of the branches of which the build checked out this commit.
     *
     * @param commit full hash
     */
    Set<String> of(Run<?, ?> run, String commit);
}
