package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.godeploy.jenkins.deploy.GoDeployStep;
import java.util.List;
import jenkins.model.Jenkins;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** The field for the credential lists keys only to those who may choose one, so that nobody can enumerate them. */
public class CredentialsFieldIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    private FreeStyleProject project;

    @Before
    public void secure() throws Exception {
        project = jenkins.createFreeStyleProject();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new BasicSSHUserPrivateKey(CredentialsScope.GLOBAL, "deploy-key", "deploy", null, null, null));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE, Item.EXTENDED_READ)
                .everywhere()
                .to("developer")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("reader"));
    }

    @Test
    public void whoMayReadTheConfigurationSeesTheKeys() {
        assertEquals(List.of("", "deploy-key"), values("developer", project, "deploy-key"));
    }

    @Test
    public void whoMayOnlyReadTheJobSeesTheCurrentValueAlone() {
        assertEquals(List.of("current"), values("reader", project, "current"));
    }

    @Test
    public void withoutAJobOnlyAdministratorsSeeTheKeys() {
        assertEquals(List.of("current"), values("developer", null, "current"));
        assertEquals(List.of("", "deploy-key"), values("admin", null, "deploy-key"));
    }

    private List<String> values(String user, Item item, String current) {
        GoDeployStep.DescriptorImpl descriptor = jenkins.jenkins.getDescriptorByType(GoDeployStep.DescriptorImpl.class);
        try (ACLContext as = ACL.as(User.getById(user, true))) {
            return descriptor.doFillCredentialsIdItems(item, current).stream()
                    .map(option -> option.value)
                    .toList();
        }
    }
}
