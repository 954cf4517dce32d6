package io.jenkins.plugins.godeploy.history;

import java.io.Serializable;

/**
 * The build of Jenkins that did a deployment.
 *
 * @param jobKey what {@link JobNames} knows its job by, whatever the job is called by now
 * @param job full name of its job, such as {@code team/shop/main}
 * @param number the build's number
 */
public record RecordedBuild(String jobKey, String job, long number) implements Serializable {}
