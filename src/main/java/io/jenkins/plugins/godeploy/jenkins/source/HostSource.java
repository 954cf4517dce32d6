package io.jenkins.plugins.godeploy.jenkins.source;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import java.io.IOException;
import java.util.List;

/**
 * Where the hosts of an administrator's environment come from. Other plugins extend it, with a {@code
 * Descriptor<HostSource>} and, to be written in YAML, a {@code @Symbol}.
 *
 * <p>It is kept in the configuration of Jenkins as its fields are, so these are plain values, and no secrets but {@code
 * hudson.util.Secret}. It is asked on the controller, anew for each deployment, rollback and look at the hosts; the hosts
 * then travel to the agent, and the source itself does not.
 */
public abstract class HostSource implements Describable<HostSource>, ExtensionPoint {
    /**
     * The hosts, in the order in which they get a release.
     *
     * @return at least one; no name and no address with port twice
     * @throws io.jenkins.plugins.godeploy.BadInputException in one sentence for the user, if there are none or they cannot
     *     be told
     * @throws IOException if whoever knows them does not answer
     */
    public abstract List<SourcedHost> hosts() throws IOException, InterruptedException;
}
