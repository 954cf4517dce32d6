package io.jenkins.plugins.godeploy.jenkins.environment;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import hudson.FilePath;
import hudson.model.Run;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.config.Environment;
import io.jenkins.plugins.godeploy.config.GoDeployFile;
import io.jenkins.plugins.godeploy.config.Project;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.jenkins.configuration.GoDeployConfiguration;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedEnvironment;
import io.jenkins.plugins.godeploy.jenkins.configuration.ManagedNames;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeyParcel;
import io.jenkins.plugins.godeploy.jenkins.credential.SshKeys;
import io.jenkins.plugins.godeploy.jenkins.permission.AccessRules;
import io.jenkins.plugins.godeploy.release.Names;
import java.io.IOException;
import java.util.List;

/**
 * Finds the environment that a step means: an administrator's, whose names are taken; else that of the repository's
 * {@code godeploy.yaml}, or the one that the step itself describes.
 */
public final class EnvironmentResolver {
    private static final String FILE = "godeploy.yaml";

    private final Run<?, ?> run;
    /** Null if nothing is learned from the hosts. */
    private final VirtualChannel agent;

    private final WorkspaceText workspace;
    private final Admission admission;
    private final List<ManagedEnvironment> managed = GoDeployConfiguration.get().getEnvironments();

    /** @param admission asked before the key is read */
    public EnvironmentResolver(Run<?, ?> run, FilePath workspace, Admission admission) {
        this(run, workspace, admission, workspace.getChannel());
    }

    private EnvironmentResolver(Run<?, ?> run, FilePath workspace, Admission admission, VirtualChannel agent) {
        this.run = run;
        this.agent = agent;
        this.workspace = new WorkspaceText(workspace);
        this.admission = admission;
    }

    /** For a look at the hosts: no host key is accepted that is not known yet. */
    public static EnvironmentResolver toLook(Run<?, ?> run, FilePath workspace, Admission admission) {
        return new EnvironmentResolver(run, workspace, admission, null);
    }

    /** Whether an environment of that name is an administrator's. */
    public boolean isManaged(String name) {
        return ManagedNames.isTaken(managed, name);
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
        if (parameters.getEnvironment() != null && isManaged(parameters.getEnvironment())) {
            return managed(parameters, onlyService);
        }
        return parameters.getHosts() == null ? fromFile(parameters) : inline(parameters, onlyService);
    }

    private Destination managed(EnvironmentParameters parameters, String onlyService)
            throws IOException, InterruptedException {
        InlineEnvironment.requireNothingBeside(parameters);
        String service = parameters.getService();
        if (service == null && workspace.exists(FILE)) {
            service = project().service();
        }
        if (service == null) {
            service = onlyService;
        }
        if (service == null) {
            throw new BadInputException("Nothing says which service it is; add service.");
        }
        ManagedEnvironment chosen = ManagedNames.choose(managed, parameters.getEnvironment(), service);
        return new ManagedDestination(chosen, service).open(run, admission, agent);
    }

    private Destination fromFile(EnvironmentParameters parameters) throws IOException, InterruptedException {
        if (parameters.getEnvironment() == null) {
            throw new BadInputException("Nothing says where to deploy to; name an environment of Jenkins or of " + FILE
                    + ", or give hosts, credentialsId and knownHosts.");
        }
        InlineEnvironment.requireNothingOf(parameters);
        if (!workspace.exists(FILE)) {
            throw new BadInputException("There is no environment '" + Names.environment(parameters.getEnvironment())
                    + "': neither in Jenkins, nor in a " + FILE
                    + ", which the workspace does not have; correct the name, or check out the repository first.");
        }
        Project project = project();
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

    private Project project() throws IOException, InterruptedException {
        return GoDeployFile.parse(workspace.read(FILE), FILE, GoDeployFile.Reader.JENKINS);
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
