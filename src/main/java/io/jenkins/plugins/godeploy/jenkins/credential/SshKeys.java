package io.jenkins.plugins.godeploy.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.HostnamePortRequirement;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The SSH private keys in Jenkins' credentials. */
public final class SshKeys {
    private SshKeys() {}

    /**
     * The key that a build may use for these hosts. Its use is recorded.
     *
     * @throws BadInputException if there is none of that ID, or it is of another kind
     */
    public static SSHUserPrivateKey find(String id, List<Host> hosts, Run<?, ?> run) {
        List<DomainRequirement> requirements = new ArrayList<>();
        for (Host host : hosts) {
            requirements.add(new HostnamePortRequirement(host.address(), host.port()));
        }
        SSHUserPrivateKey key = CredentialsProvider.findCredentialById(id, SSHUserPrivateKey.class, run, requirements);
        if (key == null) {
            boolean other =
                    CredentialsProvider.findCredentialById(id, StandardCredentials.class, run, requirements) != null;
            throw new BadInputException(
                    other
                            ? "The credential '" + id + "' is not of the kind 'SSH Username with private key'; name one"
                                    + " that is."
                            : "There is no credential '" + id + "' that this job may use for these hosts; add it as"
                                    + " 'SSH Username with private key', or correct credentialsId.");
        }
        return CredentialsProvider.track(run, key);
    }

    /** What a form offers: to those who may not choose, the value that is there and nothing else. */
    public static ListBoxModel list(Item item, String current) {
        StandardListBoxModel list = new StandardListBoxModel();
        boolean mayChoose = item == null
                ? Jenkins.get().hasPermission(Jenkins.ADMINISTER)
                : item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
        if (mayChoose) {
            list.includeEmptyValue();
            list.includeAs(ACL.SYSTEM2, item, SSHUserPrivateKey.class);
        }
        return list.includeCurrentValue(current == null ? "" : current);
    }
}
