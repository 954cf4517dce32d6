package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/** The private key is in no log, page, file or command line: GHSA-wwgx-94v6-fc2p. */
public class SecretsCheck {
    private final Real real = Real.get();
    private String secret;
    private Builds build;

    @Before
    public void deploy() throws Exception {
        secret = real.hosts().privateKey().lines().skip(2).findFirst().orElseThrow();
        Shop.deploy("1.0.0");
        build = Builds.pipeline(
                "checks-secrets", Shop.built("1.1.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'\nsh 'env'"));
    }

    @Test
    public void itIsInNoFileOfTheController() throws Exception {
        Path home = real.installation().jenkins().home();
        build.requireEnd("SUCCESS");

        // What the credentials plugin keeps is encrypted, and does not hold it either.
        assertEquals(List.of(), Grep.files(secret, home));
    }

    @Test
    public void itIsInNoFileOfTheAgent() throws Exception {
        build.requireEnd("SUCCESS");

        assertEquals(List.of(), Grep.files(secret, real.agent().folder()));
    }

    @Test
    public void itIsInNoLogAndNoPage() throws Exception {
        String log = build.requireEnd("SUCCESS");
        assertTrue(log.contains("serves") && !log.contains(secret));

        for (String path : List.of(
                build.path(),
                build.path() + "deployments/",
                build.path() + "console",
                "/go-deploy/api/json?pretty",
                "/job/" + build.job() + "/")) {
            assertTrue(path, !real.controller().session().text(path).contains(secret));
        }
    }

    @Test
    public void itIsInNoCommandLineAndNoEnvironmentWhileItDeploys() throws Exception {
        build.start();
        List<String> seen = new ArrayList<>();
        int looked = 0;
        while (!real.controller()
                .session()
                .text(build.path() + "api/json?tree=building")
                .contains("false")) {
            looked += look(seen);
        }

        assertTrue("processes were looked at", looked > 100);
        assertEquals(List.of(), seen);
        assertEquals("SUCCESS", build.end());
    }

    private int look(List<String> seen) throws IOException {
        int looked = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                for (String file : List.of("cmdline", "environ")) {
                    looked++;
                    if (Grep.holds(process.resolve(file), secret)) {
                        seen.add(process.resolve(file).toString());
                    }
                }
            }
        }
        return looked;
    }
}
