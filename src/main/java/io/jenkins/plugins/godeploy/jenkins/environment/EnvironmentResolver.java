package io.jenkins.plugins.godeploy.jenkins.environment;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.jenkins.permission.AccessRules;
import java.io.IOException;

/** Finds the environment that a step names, its host keys and the key for its hosts. */
public final class EnvironmentResolver {
    private static final String FILE = "godeploy.yaml";

    private final Run<?, ?> run;
    private final WorkspaceText workspace;
    private final Admission admission;

    /** @param admission asked before the key is read */
    public EnvironmentResolver(Run<?, ?> run, FilePath workspace, Admission admission) {
        this.run = run;
        this.workspace = new WorkspaceText(workspace);
        this.admission = admission;
    }

    /**
     * Finds it.
     *
     * @param parameters of the step
     * @param onlyService the service that the build made a release of, for a step that names none; null if it made none
     *     or several
     * @throws BadInputException if something is missing or wrong, or it is not admitted
     */
    public Destination resolve(EnvironmentParameters parameters, String onlyService)
            throws IOException, InterruptedException {
        return parameters.getHosts() == null ? fromFile(parameters) : inline(parameters, onlyService);
    }

    private Destination fromFile(EnvironmentParameters parameters) throws IOException, InterruptedException {
        if (parameters.getEnvironment() == null) {
            throw new BadInputException("Nothing says where to deploy to; name an environment of " + FILE
                    + ", or give hosts, credentialsId and knownHosts.");
        }
        InlineEnvironment.requireNothingOf(parameters);
        Project project = GoDeployFile.parse(workspace.read(FILE), FILE, GoDeployFile.Reader.JENKINS);
        Environment environment = project.environment(parameters.getEnvironment());
        if (parameters.getService() != null && !parameters.getService().equals(project.service())) {
            throw new BadInputException(FILE + " is for the service " + project.service() + ", not for "
                    + parameters.getService() + "; leave service away or correct it.");
        }
        SshSettings ssh = environment.ssh();
        if (ssh.credentialsId() == null) {
            throw new BadInputException("Environment " + environment.name() + " in " + FILE
                    + " names no key; add ssh.credentialsId, the ID of an SSH private key in Jenkins.");
        }
        return destination(project.service(), environment, SshKeys.find(ssh.credentialsId(), environment.hosts(), run));
    }

    private Destination inline(EnvironmentParameters parameters, String onlyService)
            throws IOException, InterruptedException {
        InlineEnvironment inline = new InlineEnvironment(parameters, onlyService);
        SSHUserPrivateKey key = SshKeys.find(inline.credentialsId(), inline.hosts(), run);
        return destination(inline.service(), inline.toEnvironment(key.getUsername()), key);
    }

    private Destination destination(String service, Environment environment, SSHUserPrivateKey key)
            throws IOException, InterruptedException {
        SshSettings ssh = environment.ssh();
        String source = ssh.knownHosts() == null ? "knownHosts of environment " + environment.name() : ssh.knownHosts();
        String hostKeys = ssh.knownHosts() == null ? ssh.hostKeys() : workspace.read(ssh.knownHosts());
        if (hostKeys == null) {
            throw new BadInputException("Environment " + environment.name()
                    + " names no host keys; add ssh.knownHosts, the path of a known_hosts file in the repository.");
        }
        admission.admit(service, environment, AccessRules.OPEN);
        return new Destination(service, environment, hostKeys, source, SshKeyParcel.of(key));
    }
}
