package io.jenkins.plugins.godeploy.jenkins.permission;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;

/**
 * Who may use an environment.
 *
 * @param jobs patterns as {@link JobPattern} reads them; empty for every job
 * @param agentLabel the label expression that an agent has to match; null for every agent
 * @param automatic whether builds that nobody started may deploy there
 */
public record AccessRules(List<String> jobs, String agentLabel, boolean automatic) {
    /** Those of an environment that a repository or a step defines: whoever can change it could change its rules too. */
    public static final AccessRules OPEN = new AccessRules(List.of(), null, true);

    public AccessRules {
        jobs = List.copyOf(jobs);
    }

    /**
     * Refuses other jobs than those that are named.
     *
     * @throws BadInputException if this is none of them
     */
    public void requireJob(String environment, String fullName) {
        if (!jobs.isEmpty() && jobs.stream().noneMatch(text -> new JobPattern(text).matches(fullName))) {
            throw new BadInputException("The job " + fullName + " is none of those that may deploy to environment "
                    + environment + "; an administrator can add it to the jobs of that environment.");
        }
    }
}
