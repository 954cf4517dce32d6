package io.jenkins.plugins.godeploy.release;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * The commit that a release was built from.
 *
 * @param commit full hash; null where the sources are not in a git repository
 * @param commitDate the commit's time; null as {@code commit}
 * @param branch as the builder knows it; null if unknown
 * @param dirty whether files under version control had been changed
 * @param commits the newest that led to it, itself first, at most {@link #COMMITS}; empty where they are not known
 */
public record Source(String commit, Instant commitDate, String branch, boolean dirty, List<Commit> commits)
        implements Serializable {
    /** How many commits a release tells of at most. */
    public static final int COMMITS = 100;

    /** Sources of which nothing is known. */
    public static final Source UNKNOWN = new Source(null, null, null, false, List.of());

    public Source {
        commits = List.copyOf(commits);
    }
}
