package io.jenkins.plugins.godeploy.jenkins;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.jvnet.hudson.test.JenkinsRule;

/** The Jenkins that the tests here run in. */
public class HarnessIT {
    @Rule
    public final JenkinsRule jenkins = new JenkinsRule();

    @Test
    public void itLoadsEveryPluginThatIsBesideThisOne() {
        assertEquals(
                List.of(),
                jenkins.jenkins.getPluginManager().getFailedPlugins().stream()
                        .map(plugin -> plugin.name + ": " + plugin.cause.getMessage())
                        .toList());
    }
}
