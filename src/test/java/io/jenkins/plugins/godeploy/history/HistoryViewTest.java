package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.HostResult;
import io.jenkins.plugins.godeploy.deploy.Result;
import io.jenkins.plugins.godeploy.host.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HistoryViewTest {
    private static final HistoryFilter ANY = new HistoryFilter(null, null, null, null);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    /** What the jobs that may be seen are called now, by their keys. */
    private final Map<String, String> seen = new HashMap<>();

    private HistoryStore store;
    private HistoryView view;

    @Before
    public void history() {
        Path file = folder.getRoot().toPath().resolve("history.jsonl");
        store = new HistoryStore(file, 100);
        view = new HistoryView(new HistoryIndex(file), new HistoryView.Viewer() {
            @Override
            public boolean sees(RecordedBuild build) {
                return build != null && seen.containsKey(build.jobKey());
            }

            @Override
            public RecordedBuild named(RecordedBuild build) {
                return new RecordedBuild(build.jobKey(), seen.get(build.jobKey()), build.number());
            }
        });
    }

    @Test
    public void aHiddenJobIsInNothing() throws Exception {
        seen.put("open", "shop");
        append("1", "open");
        append("2", "hidden");
        store.append(Deployments.of("3"));

        assertEquals(List.of(1L), numbers(view.page(ANY, Long.MAX_VALUE, 10)));
        assertEquals(
                List.of(1L), view.entries().stream().map(HistoryEntry::number).toList());
        assertEquals(Optional.empty(), view.find(2));
        assertEquals(Optional.empty(), view.find(3));
    }

    @Test
    public void aJobIsCalledAsItIsCalledNow() throws Exception {
        seen.put("open", "team/shop");
        append("1", "open");

        assertEquals("team/shop", view.find(1).orElseThrow().build().job());
        assertEquals("team/shop", view.page(ANY, 9, 9).records().get(0).build().job());
    }

    @Test
    public void pagesFollowEachOtherAndTheLastSaysSo() throws Exception {
        seen.put("open", "shop");
        for (int i = 1; i <= 5; i++) {
            append("" + i, "open");
            append("hidden", "hidden");
        }

        HistoryPage first = view.page(ANY, Long.MAX_VALUE, 2);
        HistoryPage second = view.page(ANY, first.next(), 2);
        HistoryPage last = view.page(ANY, second.next(), 2);

        assertEquals(List.of(9L, 7L), numbers(first));
        assertEquals(List.of(5L, 3L), numbers(second));
        assertEquals(List.of(1L), numbers(last));
        assertNull("hidden records are no reason for a next page", last.next());
        assertNull(view.page(ANY, Long.MAX_VALUE, 5).next());
    }

    @Test
    public void eachFieldFilters() throws Exception {
        seen.put("open", "shop");
        RecordedBuild build = new RecordedBuild("open", "shop", 1);
        store.append(Deployments.of("shop", "staging", "1", Result.SUCCEEDED, "a"), build);
        store.append(Deployments.of("shop", "production", "2", Result.RETURNED, "a"), build);
        store.append(Deployments.of("till", "production", "3", Result.SUCCEEDED, "a"), build);

        assertEquals(List.of(2L, 1L), numbers(new HistoryFilter("shop", null, null, null)));
        assertEquals(List.of(3L, 2L), numbers(new HistoryFilter(null, "production", null, null)));
        assertEquals(List.of(2L), numbers(new HistoryFilter(null, null, Result.RETURNED, null)));
        Instant ended = Instant.parse("2026-03-01T12:00:04.323Z");
        assertEquals(List.of(3L, 2L, 1L), numbers(new HistoryFilter(null, null, null, ended)));
        assertEquals(List.of(), numbers(new HistoryFilter(null, null, null, ended.plusMillis(1))));
    }

    @Test
    public void aHostServesAReleaseSinceItCameThere() throws Exception {
        seen.put("open", "shop");
        append(deployment("1", Result.SUCCEEDED, Deployments.host("web1", "1"), Deployments.host("web2", "1")), "open");
        append(deployment("2", Result.SUCCEEDED, Deployments.host("web1", "2"), Deployments.host("web2", "2")), "open");
        append(deployment("2", Result.PARTIAL, Deployments.host("web1", "2"), Deployments.host("web2", "1")), "open");
        append(deployment("3", Result.REFUSED, Deployments.host("web1", "2"), unreached("web2")), "open");
        append(deployment("3", Result.FAILED), "open");

        assertEquals(List.of("web1 2 by 2 EXACT", "web2 1 by 3 EXACT"), running());
    }

    @Test
    public void aHostThatTookPartInTheNewestDeploymentNoMoreIsLeftOut() throws Exception {
        seen.put("open", "shop");
        append(deployment("1", Result.SUCCEEDED, Deployments.host("web1", "1"), Deployments.host("web2", "1")), "open");
        append(deployment("1", Result.SUCCEEDED, Deployments.host("web2", "1")), "open");

        assertEquals(List.of("web2 1 by 1 EXACT"), running());
    }

    @Test
    public void whatAHiddenJobBroughtIsNeitherShownNorMistakenForWhatWasThereBefore() throws Exception {
        seen.put("open", "shop");
        append(deployment("1", Result.SUCCEEDED, Deployments.host("web1", "1"), Deployments.host("web2", "1")), "open");
        append(deployment("2", Result.PARTIAL, Deployments.host("web1", "2"), unreached("web2")), "hidden");

        assertEquals(List.of("web2 1 by 1 EXACT"), running());
    }

    private static Deployment deployment(String version, Result result, HostResult... hosts) {
        Deployment like = Deployments.of(version);
        return new Deployment(
                like.id(),
                like.kind(),
                like.service(),
                like.environment(),
                like.version(),
                like.release(),
                like.commit(),
                like.commitDate(),
                result,
                like.message(),
                like.startedAt(),
                like.durationMillis(),
                like.strategy(),
                like.actor(),
                like.url(),
                List.of(hosts));
    }

    private static HostResult unreached(String name) {
        return new HostResult(
                name,
                "10.0.0.9",
                null,
                Result.REFUSED,
                null,
                null,
                Proof.NONE,
                0,
                -1,
                Map.of(),
                false,
                "no route",
                List.of(),
                null);
    }

    private List<String> running() throws IOException {
        return view.running(null, null).stream()
                .map(each -> each.host() + " " + DeploymentJson.versionOf(each.release()) + " by "
                        + each.by().number() + " " + each.proof())
                .toList();
    }

    private void append(Deployment deployment, String jobKey) throws IOException {
        store.append(deployment, new RecordedBuild(jobKey, "old-name", 1));
    }

    private void append(String version, String jobKey) throws IOException {
        store.append(Deployments.of(version), new RecordedBuild(jobKey, "old-name", 1));
    }

    private List<Long> numbers(HistoryFilter filter) throws IOException {
        return numbers(view.page(filter, Long.MAX_VALUE, 10));
    }

    private static List<Long> numbers(HistoryPage page) {
        return page.records().stream().map(HistoryRecord::number).toList();
    }
}
