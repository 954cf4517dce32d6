package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What a page of another site makes an administrator's browser do is refused: GHSA-884c-9wwh-9p6v, GHSA-grpp-gx5h-pvh8. */
public class RequestForgeryCheck {
    private static final Map<String, String> ANY = Map.of("value", "x", "credentialsId", "x", "json", "{}");

    private final Real real = Real.get();

    @Test
    public void noWebMethodOfAFormTakesGet() throws Exception {
        List<String> taken = new ArrayList<>();
        for (String path : WebMethods.ofForms()) {
            HttpResponse<String> answer = real.controller().session().get(path + "?value=x");
            if (answer.statusCode() != 405 && answer.statusCode() != 404) {
                taken.add(path + " answers " + answer.statusCode());
            }
        }

        assertEquals(List.of(), taken);
    }

    @Test
    public void noneTakesAPostWithoutACrumb() throws Exception {
        List<String> taken = new ArrayList<>();
        for (String path : WebMethods.ofForms()) {
            HttpResponse<String> answer = real.controller().session().postWithoutCrumb(path, ANY);
            if (answer.statusCode() != 403) {
                taken.add(path + " answers " + answer.statusCode());
            }
        }

        assertEquals(List.of(), taken);
    }

    /** Otherwise the two above would find nothing for want of looking. */
    @Test
    public void theyAreThere() throws Exception {
        List<String> paths = WebMethods.ofForms();

        assertTrue(paths.toString(), paths.size() > 15);
        for (String path : paths) {
            int status = real.controller().session().post(path, ANY).statusCode();
            assertTrue(path + " answers " + status, status == 200 || status == 400 || status == 404);
        }
    }

    @Test
    public void noneBreaksForWantOfParameters() throws Exception {
        List<String> broken = new ArrayList<>();
        for (String path : WebMethods.ofForms()) {
            int status = real.controller().session().post(path, Map.of()).statusCode();
            if (status >= 500) {
                broken.add(path + " answers " + status);
            }
        }

        assertEquals(List.of(), broken);
    }

    @Test
    public void theApiChangesNothingByPost() throws Exception {
        int status = real.controller()
                .session()
                .postWithoutCrumb("/go-deploy/api/json", Map.of())
                .statusCode();

        assertTrue(Integer.toString(status), status == 403 || status == 405);
    }
}
