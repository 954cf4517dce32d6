package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Phase;
import java.io.Serializable;

/**
 * Something that happened in a deployment, for people who watch it.
 *
 * @param host name of the host; null if it concerns the whole deployment
 * @param phase where the host is; null if it concerns the whole deployment
 * @param text one line, as it is shown after the host's name
 * @param percent how much of the phase is done, 0 to 100; -1 where that has no meaning
 */
public record DeployEvent(String host, Phase phase, String text, int percent) implements Serializable {}
