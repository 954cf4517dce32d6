package io.jenkins.plugins.godeploy.jenkins.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.history.HistoryFilter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.Test;

public class ApiQueryTest {
    @Test
    public void nothingSaidIsTheNewestHundredOfEverything() {
        ApiQuery query = query(Map.of("service", ""));

        assertEquals(new HistoryFilter(null, null, null, null), query.filter());
        assertEquals(100, query.limit());
        assertEquals(Long.MAX_VALUE, query.before());
        assertEquals(EnumSet.allOf(ApiQuery.Part.class), query.parts());
        assertFalse(query.pretty());
    }

    @Test
    public void everyParameterIsRead() {
        ApiQuery query = query(Map.of(
                "service", "shop",
                "environment", "production",
                "result", "returned",
                "since", "2026-03-01T12:00:00Z",
                "limit", "1000",
                "cursor", "88",
                "include", "deployments,running",
                "pretty", "true"));

        assertEquals(
                new HistoryFilter("shop", "production", Result.RETURNED, Instant.parse("2026-03-01T12:00:00Z")),
                query.filter());
        assertEquals(1000, query.limit());
        assertEquals(88, query.before());
        assertEquals(EnumSet.of(ApiQuery.Part.DEPLOYMENTS, ApiQuery.Part.RUNNING), query.parts());
        assertTrue(query.pretty());
    }

    @Test
    public void theBareWordPrettyIsEnough() {
        assertTrue(query(Map.of("pretty", "")).pretty());
        assertFalse(query(Map.of("pretty", "false")).pretty());
    }

    @Test
    public void whatCannotBeReadIsOneSentence() {
        assertEquals("limit is not one; it takes a number from 1 to 1000.", complaint("limit", "1001"));
        assertEquals("limit is not one; it takes a number from 1 to 1000.", complaint("limit", "-1"));
        assertEquals("cursor is not one; it takes what next was in the answer before.", complaint("cursor", "x"));
        assertEquals(
                "result is none of succeeded, partial, returned, failed, refused, stopped.",
                complaint("result", "<script>"));
        assertEquals(
                "since is not a time; it takes one such as 2026-03-01T12:00:00Z.", complaint("since", "yesterday"));
        assertEquals(
                "include names another part than deployments, running, environments; it takes some of them with commas"
                        + " between.",
                complaint("include", "deployments,users"));
    }

    private static String complaint(String parameter, String value) {
        ApiQuery query = query(Map.of(parameter, value));
        return assertThrows(BadInputException.class, () -> {
                    query.filter();
                    query.limit();
                    query.before();
                    query.parts();
                })
                .getMessage();
    }

    private static ApiQuery query(Map<String, String> parameters) {
        return new ApiQuery(parameters::get);
    }
}
