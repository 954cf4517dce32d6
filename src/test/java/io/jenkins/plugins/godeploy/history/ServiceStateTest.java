package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import io.jenkins.plugins.godeploy.deploy.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class ServiceStateTest {
    private final List<HistoryEntry> entries = new ArrayList<>();

    @Test
    public void eachServiceInEachEnvironmentHasOne() {
        add("shop", "staging", "1", Result.SUCCEEDED);
        add("shop", "production", "1", Result.SUCCEEDED);
        add("till", "staging", "7", Result.SUCCEEDED);
        add("shop", "staging", "2", Result.SUCCEEDED);

        assertEquals(
                List.of("shop staging 2", "till staging 7", "shop production 1"),
                ServiceState.of(entries).stream()
                        .map(state -> state.service() + " " + state.environment() + " "
                                + state.latest().version())
                        .toList());
    }

    @Test
    public void afterAFailureTheOneBeforeIsKnown() {
        add("shop", "staging", "1", Result.SUCCEEDED);
        add("shop", "staging", "2", Result.SUCCEEDED);
        add("shop", "staging", "3", Result.RETURNED);

        assertEquals("3", only().latest().version());
        assertEquals("2", only().succeeded().version());
    }

    @Test
    public void whatWasRefusedChangesNothing() {
        add("shop", "staging", "1", Result.SUCCEEDED);
        add("shop", "staging", "2", Result.REFUSED);
        add("shop", "staging", "3", Result.REFUSED);

        assertEquals("1", only().latest().version());
        assertEquals("1", only().succeeded().version());
    }

    @Test
    public void whereAllWereRefusedTheNewestIsShown() {
        add("shop", "staging", "1", Result.REFUSED);
        add("shop", "staging", "2", Result.REFUSED);

        assertEquals("2", only().latest().version());
        assertNull(only().succeeded());
    }

    private ServiceState only() {
        List<ServiceState> states = ServiceState.of(entries);
        assertEquals(1, states.size());
        return states.get(0);
    }

    private void add(String service, String environment, String version, Result result) {
        entries.add(HistoryEntry.of(
                new HistoryRecord(entries.size() + 1, Deployments.of(service, environment, version, result, "web1"))));
    }
}
