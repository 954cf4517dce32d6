package io.jenkins.plugins.godeploy.history;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.deploy.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class DeploymentMetricsTest {
    private static final Instant TIME = Instant.parse("2026-03-02T00:00:00Z");

    private final List<HistoryEntry> entries = new ArrayList<>();

    @Test
    public void withoutDeploymentsThereAreNoSamples() throws Exception {
        String text = DeploymentMetrics.text(entries, 0);

        assertTrue(text, text.lines().allMatch(line -> line.startsWith("# ")));
        assertEquals("", promtool(text));
    }

    @Test
    public void deploymentsAreCountedByResultSinceTheStart() {
        add("shop", Result.SUCCEEDED, 4);
        add("shop", Result.SUCCEEDED, 4);
        add("shop", Result.RETURNED, 4);

        assertEquals(
                List.of(
                        "go_deploy_deployments_total{service=\"shop\",environment=\"production\",kind=\"deploy\",result=\"succeeded\"} 1",
                        "go_deploy_deployments_total{service=\"shop\",environment=\"production\",kind=\"deploy\",result=\"returned\"} 1",
                        "go_deploy_deployments_total{service=\"shop\",environment=\"production\",kind=\"deploy\",result=\"failed\"} 0",
                        "go_deploy_deployments_total{service=\"shop\",environment=\"production\",kind=\"rollback\",result=\"succeeded\"} 0",
                        "go_deploy_deployments_total{service=\"shop\",environment=\"production\",kind=\"rollback\",result=\"failed\"} 0"),
                samples("go_deploy_deployments_total", 1));
    }

    @Test
    public void durationsAreInBucketsThatGrow() {
        add("shop", Result.SUCCEEDED, 5);
        add("shop", Result.FAILED, 29);
        add("shop", Result.SUCCEEDED, 5000);
        String labels = "{service=\"shop\",environment=\"production\"";

        List<String> samples = samples("go_deploy_duration_seconds", 0);
        assertEquals("go_deploy_duration_seconds_bucket" + labels + ",le=\"5\"} 1", samples.get(0));
        assertEquals("go_deploy_duration_seconds_bucket" + labels + ",le=\"15\"} 1", samples.get(1));
        assertEquals("go_deploy_duration_seconds_bucket" + labels + ",le=\"30\"} 2", samples.get(2));
        assertEquals("go_deploy_duration_seconds_bucket" + labels + ",le=\"3600\"} 2", samples.get(8));
        assertEquals("go_deploy_duration_seconds_bucket" + labels + ",le=\"+Inf\"} 3", samples.get(9));
        assertEquals("go_deploy_duration_seconds_sum" + labels + "} 5034", samples.get(10));
        assertEquals("go_deploy_duration_seconds_count" + labels + "} 3", samples.get(11));
    }

    @Test
    public void theLastSuccessIsOlderThanTheLastAttempt() {
        add("shop", Result.SUCCEEDED, 4);
        add("shop", Result.FAILED, 10);

        String labels = "{service=\"shop\",environment=\"production\"} ";
        assertEquals(
                List.of("go_deploy_last_success_timestamp_seconds" + labels + (TIME.getEpochSecond() + 4)),
                samples("go_deploy_last_success", 2));
        assertEquals(
                List.of("go_deploy_last_attempt_timestamp_seconds" + labels + (TIME.getEpochSecond() + 10)),
                samples("go_deploy_last_attempt_timestamp", 2));
    }

    @Test
    public void hostsAreCountedByOutcome() {
        add("shop", Result.PARTIAL, 4);

        assertEquals(
                List.of(
                        "go_deploy_last_attempt_hosts{service=\"shop\",environment=\"production\",outcome=\"good\"} 2",
                        "go_deploy_last_attempt_hosts{service=\"shop\",environment=\"production\",outcome=\"bad\"} 1"),
                samples("go_deploy_last_attempt_hosts", 0));
    }

    @Test
    public void promtoolAcceptsThemWhateverTheNames() throws Exception {
        add("shop", Result.SUCCEEDED, 4);
        add("a\"b\\c\nd} 7\n# TYPE", Result.STOPPED, 400);
        add("\u202e\u4e2d", Result.PARTIAL, 5000);

        assertEquals("", promtool(DeploymentMetrics.text(entries, 1)));
    }

    private List<String> samples(String name, long start) {
        return DeploymentMetrics.text(entries, start)
                .lines()
                .filter(line -> line.startsWith(name))
                .toList();
    }

    private void add(String service, Result result, long seconds) {
        entries.add(new HistoryEntry(
                entries.size() + 1,
                Deployment.Kind.DEPLOY,
                service,
                "production",
                "1",
                "1-0123456789ab",
                null,
                null,
                result,
                TIME,
                TIME.plusSeconds(seconds),
                "alice",
                null,
                null,
                List.of("1-0123456789ab"),
                List.of("web1", "web2", "web3"),
                2));
    }

    /** What promtool, of Debian's package prometheus, complains of. */
    private static String promtool(String metrics) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        promtool.getOutputStream().write(metrics.getBytes(StandardCharsets.UTF_8));
        promtool.getOutputStream().close();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return promtool.waitFor() == 0 ? said : "exit " + promtool.exitValue() + ": " + said;
    }
}
