package io.jenkins.plugins.godeploy.jenkins.branch;

import hudson.Extension;
import hudson.model.Run;
import hudson.plugins.git.Branch;
import hudson.plugins.git.util.Build;
import hudson.plugins.git.util.BuildData;
import java.util.HashSet;
import java.util.Set;

/** What the git plugin recorded; absent where that plugin is. */
@Extension(optional = true)
public final class GitBranch implements CheckedOutBranch {
    @Override
    public Set<String> of(Run<?, ?> run, String commit) {
        Set<String> names = new HashSet<>();
        for (BuildData data : run.getActions(BuildData.class)) {
            Build build = data.lastBuild;
            if (build != null
                    && build.getBuildNumber() == run.getNumber()
                    && build.getRevision().getSha1String().equals(commit)) {
                // What was merged before the build, not into what.
                for (Branch branch : build.getMarked().getBranches()) {
                    names.add(branch.getName());
                }
            }
        }
        return names;
    }
}
