package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.Account;
import io.jenkins.plugins.godeploy.demo.Session;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

/** Who may let Jenkins look at the hosts: GHSA-vc4r-j8j6-3fp6, GHSA-jm4g-8rvq-v87j. */
public class VerifyCheck {
    private static final String PATH = "/go-deploy/verify?environment=" + Real.ENVIRONMENT + "&service=shop";

    private final Real real = Real.get();

    @Before
    public void deploy() throws Exception {
        Builds.pipeline("checks-prepare", Shop.built("1.0.0", "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .requireEnd("SUCCESS");
    }

    @Test
    public void whoMayDeployIsTold() throws Exception {
        HttpResponse<String> answer = real.as(real.roles().deployer()).post(PATH, Map.of());

        assertEquals(answer.body(), 200, answer.statusCode());
        assertTrue(answer.body(), answer.body().contains("\"clean\""));
    }

    @Test
    public void whoMayNotDeployIsNotEvenToldThatItIsThere() throws Exception {
        for (Account account :
                new Account[] {real.roles().reader(), real.roles().builder()}) {
            assertEquals(
                    account.user(), 404, real.as(account).post(PATH, Map.of()).statusCode());
        }
    }

    @Test
    public void aForgedRequestIsRefused() throws Exception {
        Session administrator = real.controller().session();

        assertEquals(403, administrator.postWithoutCrumb(PATH, Map.of()).statusCode());
        assertTrue(administrator.get(PATH).statusCode() >= 404);
        assertEquals(
                403, real.as(Account.ANONYMOUS).postWithoutCrumb(PATH, Map.of()).statusCode());
    }
}
