package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.jenkins.branch.ReleaseBranch;
import io.jenkins.plugins.godeploy.release.Release;

/**
 * A release to deploy, and where its bytes are.
 *
 * @param release what it is
 * @param origin the build that it comes from
 * @param branch that it was built from, as Jenkins recorded it; null if it is unknown
 * @param archive path of its folder in the build's archive; null if it lies in a folder of the workspace
 * @param folder on the agent; null if it lies in the archive
 */
record ChosenRelease(Release release, Run<?, ?> origin, ReleaseBranch branch, String archive, FilePath folder) {}
