package io.jenkins.plugins.godeploy.jenkins.extend;

import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.jenkins.source.HostSource;
import io.jenkins.plugins.godeploy.jenkins.source.SourcedHost;
import java.util.List;
import org.jenkinsci.Symbol;
import org.jvnet.hudson.test.TestExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** An example of docs/extend.md. */
public final class Pair extends HostSource {
    private final String domain;

    @DataBoundConstructor
    public Pair(String domain) {
        this.domain = Util.fixEmptyAndTrim(domain);
    }

    public String getDomain() {
        return domain;
    }

    @Override
    public List<SourcedHost> hosts() {
        if (domain == null) {
            throw new BadInputException("No domain says where the two hosts are; add one, such as example.org.");
        }
        return List.of(SourcedHost.of("a", "a." + domain, 22), SourcedHost.of("b", "b." + domain, 22));
    }

    @TestExtension
    @Symbol("pair")
    public static final class DescriptorImpl extends Descriptor<HostSource> {
        @Override
        public String getDisplayName() {
            return "Two hosts of a domain";
        }
    }
}
