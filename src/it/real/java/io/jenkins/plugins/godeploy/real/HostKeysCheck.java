package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
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

        refused();
    }

    @Test
    public void aChangedOneStopsTheDeployment() throws Exception {
        environment.put("hostKeys", otherKeys());

        refused();
    }

    private void refused() throws Exception {
        real.setEnvironments(List.of(environment));

        String log = Builds.pipeline(
                        "checks-host-keys", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .requireEnd("FAILURE");

        assertTrue(log, log.matches("(?s).*[Hh]ost key.*"));
        Shop.requireServes("1.0.0");
    }

    /** The hosts' names with the key of somebody else. */
    private String otherKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
        ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(blob);
        string(out, "ecdsa-sha2-nistp256".getBytes(StandardCharsets.US_ASCII));
        string(out, "nistp256".getBytes(StandardCharsets.US_ASCII));
        byte[] encoded = key.getEncoded();
        // The last 65 bytes of SubjectPublicKeyInfo are the uncompressed point
        string(out, java.util.Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length));
        String line = " ecdsa-sha2-nistp256 " + Base64.getEncoder().encodeToString(blob.toByteArray());
        return real.hosts()
                .knownHosts()
                .lines()
                .filter(known -> !known.isBlank())
                .map(known -> known.split(" ")[0] + line + "\n")
                .distinct()
                .reduce("", String::concat);
    }

    private static void string(DataOutputStream out, byte[] bytes) throws Exception {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
