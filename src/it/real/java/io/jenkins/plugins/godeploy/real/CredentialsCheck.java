package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.demo.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** IDs of credentials are told to those alone who may choose one. */
public class CredentialsCheck {
    private final Real real = Real.get();

    @Test
    public void nobodyElseIsToldAnyCredential() throws Exception {
        List<String> told = new ArrayList<>();
        Builds.pipeline("checks-fill", "echo ''");
        for (Account account : List.of(real.roles().reader(), real.roles().builder())) {
            for (String path : fills()) {
                for (String context : new String[] {"", "/job/checks-fill"}) {
                    if (!context.isEmpty() && account.equals(real.roles().builder())) {
                        continue; // may configure that job, and so choose
                    }
                    String body =
                            real.as(account).post(context + path, Map.of()).body();
                    if (body.contains(Real.KEY) || body.contains(Real.SYSTEM_KEY)) {
                        told.add(account.user() + " " + context + path);
                    }
                }
            }
        }

        assertEquals(List.of(), told);
    }

    @Test
    public void anAdministratorIsTold() throws Exception {
        List<String> silent = new ArrayList<>();
        for (String path : fills()) {
            String body = real.controller().session().post(path, Map.of()).body();
            if (!body.contains(Real.KEY)) {
                silent.add(path);
            }
        }

        assertEquals(List.of(), silent);
    }

    @Test
    public void aSystemKeyIsOfferedToNoJob() throws Exception {
        Builds.pipeline("checks-fill", "echo ''");
        for (String path : fills()) {
            if (!path.contains("ManagedEnvironment")) {
                String body = real.controller()
                        .session()
                        .post("/job/checks-fill" + path, Map.of())
                        .body();
                assertTrue(path + ": " + body, !body.contains(Real.SYSTEM_KEY));
            }
        }
    }

    private static List<String> fills() throws Exception {
        return WebMethods.ofForms().stream()
                .filter(path -> path.endsWith("/fillCredentialsIdItems"))
                .toList();
    }
}
