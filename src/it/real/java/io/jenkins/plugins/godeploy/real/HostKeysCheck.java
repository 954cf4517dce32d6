package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A host whose key is unknown or has changed gets nothing: GHSA-cm7j-p8hc-97vj, CVE-2023-37948. */
public class HostKeysCheck {
    private final Real real = Real.get();
    private Map<String, Object> environment;

    @Before
    public void read() throws Exception {
        Shop.deploy("1.0.0");
        environment = real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY);
    }

    @After
    public void putBack() throws Exception {
        real.setEnvironments(List.of(real.hosts().environment(Real.ENVIRONMENT, Real.SYSTEM_KEY)));
    }

    @Test
    public void anUnknownOneStopsTheDeployment() throws Exception {
        environment.put("hostKeys", otherKeys().replaceAll("(?m)^\\S+", "other.example.org"));

        refused("presents the key");
    }

    @Test
    public void aChangedOneStopsTheDeployment() throws Exception {
        environment.put("hostKeys", otherKeys());

        refused("presents another key");
    }

    private void refused(String why) throws Exception {
        real.setEnvironments(List.of(environment));

        String log = Builds.pipeline(
                        "checks-host-keys", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .requireEnd("FAILURE");

        assertTrue(log, log.contains(why));
        assertFalse(log, log.contains("send: "));
        Shop.requireServes("1.0.0");
    }

    /** Each host with the key of the next one. */
    private String otherKeys() throws Exception {
        List<String[]> known = real.hosts()
                .knownHosts()
                .lines()
                .map(line -> line.split(" ", 2))
                .filter(line -> line.length == 2)
                .toList();
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < known.size(); i++) {
            others.append(known.get(i)[0])
                    .append(' ')
                    .append(known.get((i + 1) % known.size())[1])
                    .append('\n');
        }
        return others.toString();
    }
}
