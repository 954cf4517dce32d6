package io.jenkins.plugins.godeploy.jenkins.turn;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.config.EnvironmentBuilder;
import io.jenkins.plugins.godeploy.config.SshSettings;
import io.jenkins.plugins.godeploy.host.Host;
import java.util.List;
import org.junit.Test;

public class ClaimTest {
    @Test
    public void theSameServiceInTheSameEnvironmentConflicts() {
        assertTrue(Claims.of("a", "production").conflicts(Claims.rollback("b", "production")));
        assertFalse(Claims.of("a", "production").conflicts(Claims.of("b", "staging")));
    }

    @Test
    public void anotherServiceInTheSameEnvironmentDoesNot() {
        Claim api = new Claim("b", "b", 1, false, "api", "production", List.of("b:22"), "/opt/api");

        assertFalse(Claims.of("a", "production").conflicts(api));
    }

    @Test
    public void theSameFolderOnOneHostConflictsWhateverTheEnvironment() {
        Claim one = Claims.on("a", "/opt/shop", "web1:22", "web2:22");

        assertTrue(one.conflicts(Claims.on("b", "/opt/shop", "web2:22", "web3:22")));
        assertFalse(one.conflicts(Claims.on("b", "/opt/other", "web2:22")));
        assertFalse(one.conflicts(Claims.on("b", "/opt/shop", "web2:2222")));
    }

    @Test
    public void hostsGivenByStepsHaveNoEnvironmentInCommon() {
        assertFalse(Claims.on("a", "/opt/shop", "web1:22").conflicts(Claims.on("b", "/opt/shop", "web2:22")));
    }

    @Test
    public void hostsAreComparedByAddressWithoutRegardToCase() {
        EnvironmentBuilder production = new EnvironmentBuilder("production", "shop")
                .ssh(new SshSettings("deploy", "key", null, "known_hosts", null, null, null))
                .host(new Host("web1", "Web1.Example.org", 2222));

        assertTrue(Claim.hosts(production.build()).contains("web1.example.org:2222"));
    }
}
