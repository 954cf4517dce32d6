package io.jenkins.plugins.godeploy.jenkins.credential;

import com.cloudbees.jenkins.plugins.sshcredentials.SSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Util;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import jenkins.model.Jenkins;

/** The SSH private keys of Jenkins itself, of which jobs reach only those of global scope. */
public final class SystemKeys {
    private SystemKeys() {}

    /**
     * The key of an administrator's environment.
     *
     * @throws BadInputException if there is none of that ID, or it is of another kind
     */
    public static SSHUserPrivateKey find(String id) {
        SSHUserPrivateKey key = find(id, SSHUserPrivateKey.class);
        if (key == null) {
            throw new BadInputException(
                    find(id, StandardCredentials.class) != null
                            ? "The credential '" + id + "' is not of the kind 'SSH Username with private key'; name one"
                                    + " that is."
                            : "There is no credential '" + id + "' in Jenkins' own store; add it there as 'SSH Username"
                                    + " with private key', or correct credentialsId.");
        }
        return key;
    }

    /** Records that a build uses it. */
    public static void track(Run<?, ?> run, SSHUserPrivateKey key) {
        CredentialsProvider.track(run, key);
    }

    private static <C extends StandardCredentials> C find(String id, Class<C> type) {
        return CredentialsProvider.findCredentialByIdInItemGroup(id, type, Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    /** What a form offers: to those who may not choose, the value that is there and nothing else. */
    public static ListBoxModel list(String current) {
        StandardListBoxModel list = new StandardListBoxModel();
        if (Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            list.includeEmptyValue();
            list.includeAs(ACL.SYSTEM2, Jenkins.get(), SSHUserPrivateKey.class);
        }
        return list.includeCurrentValue(current == null ? "" : current);
    }

    /** What a form says of a chosen key, to those who may choose. */
    public static FormValidation check(String value) {
        String id = Util.fixEmptyAndTrim(value);
        if (id == null || !Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        try {
            return find(id).getScope() == CredentialsScope.SYSTEM
                    ? FormValidation.ok()
                    : FormValidation.warning("Every job can use this key and go round the rules of the environment;"
                            + " give the credential the scope System, which keeps it from jobs.");
        } catch (BadInputException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
