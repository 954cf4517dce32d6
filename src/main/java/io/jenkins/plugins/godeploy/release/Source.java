package io.jenkins.plugins.godeploy.release;

import java.io.Serializable;
import java.time.Instant;

/**
 * The commit that a release was built from.
 *
 * @param commit full hash; null where the sources are not in a git repository
 * @param commitDate the commit's time; null as {@code commit}
 * @param branch as the builder knows it; null if unknown
 * @param dirty whether files under version control had been changed
 */
public record Source(String commit, Instant commitDate, String branch, boolean dirty) implements Serializable {}
