package io.jenkins.plugins.godeploy.jenkins.environment;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.model.Run;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedDefinition;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.configuration.RememberedKeys;
import io.jenkins.plugins.godeploy.jenkins.configuration.ResolvedHosts;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import io.jenkins.plugins.godeploy.jenkins.credential.SystemKeys;
import java.io.IOException;

/** An administrator's environment as the place that a build deploys to. */
public final class ManagedDestination {
    private final ManagedEnvironment managed;
    private final String service;

    public ManagedDestination(ManagedEnvironment managed, String service) {
        this.managed = managed;
        this.service = service;
    }

    /**
     * Makes it, after the build is admitted.
     *
     * @param agent from which the hosts are reached, to ask new ones for their keys where the environment accepts the
     *     first; null to accept no host key that is not known yet
     * @throws BadInputException if the build is not admitted, or its key is missing
     */
    Destination open(Run<?, ?> run, Admission admission, VirtualChannel agent)
            throws IOException, InterruptedException {
        ManagedDefinition definition = new ManagedDefinition(managed);
        SSHUserPrivateKey key = SystemKeys.find(managed.getCredentialsId());
        ResolvedHosts resolved = definition.resolve();
        Environment environment = definition.toEnvironment(service, key.getUsername(), resolved.hosts());
        admission.admit(service, environment, definition.access());
        SystemKeys.track(run, key);
        SshKeyParcel parcel = SshKeyParcel.of(key);
        try {
            return managed.isAcceptFirstHostKey() && agent != null
                    ? remembering(environment, definition.rememberedKeys(), parcel, agent)
                    : known(environment, definition, resolved, parcel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            parcel.close();
            throw e;
        }
    }

    /**
     * Makes it for a look at the hosts that no build asks for. No host key is accepted that is not known yet. Who may ask
     * has been checked.
     *
     * @throws BadInputException if its key is missing
     */
    public Destination open() throws IOException, InterruptedException {
        ManagedDefinition definition = new ManagedDefinition(managed);
        SSHUserPrivateKey key = SystemKeys.find(managed.getCredentialsId());
        ResolvedHosts resolved = definition.resolve();
        Environment environment = definition.toEnvironment(service, key.getUsername(), resolved.hosts());
        return known(environment, definition, resolved, SshKeyParcel.of(key));
    }

    private Destination known(
            Environment environment, ManagedDefinition definition, ResolvedHosts resolved, SshKeyParcel parcel)
            throws IOException {
        boolean remembered = managed.isAcceptFirstHostKey();
        return new Destination(
                service,
                environment,
                remembered ? definition.rememberedKeys().read() : resolved.hostKeys(),
                remembered
                        ? definition.rememberedKeys().file().toString()
                        : "hostKeys of environment " + managed.getName() + " in Jenkins",
                parcel);
    }

    private Destination remembering(
            Environment environment, RememberedKeys remembered, SshKeyParcel parcel, VirtualChannel agent)
            throws IOException, InterruptedException {
        String source = remembered.file().toString();
        String hostKeys = FirstKeys.learn(environment, remembered, source, parcel, agent);
        return new Destination(service, environment, hostKeys, source, parcel);
    }
}
