package io.jenkins.plugins.godeploy.jenkins.api;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.history.HistoryEntry;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.page.BuildLinks;
import io.jenkins.plugins.godeploy.history.page.DeploymentList;
import io.jenkins.plugins.godeploy.history.page.EnvironmentModel;
import io.jenkins.plugins.godeploy.history.page.FrontEnd;
import io.jenkins.plugins.godeploy.history.page.OverviewModel;
import io.jenkins.plugins.godeploy.history.page.Span;
import io.jenkins.plugins.godeploy.jenkins.record.VisibleBuilds;
import io.jenkins.plugins.godeploy.jenkins.record.VisibleHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.GET;

/** {@code /go-deploy/data/…}: what the pages draw, as far as the user may see it. Not for programs: it changes with them. */
public final class PageData {
    private static final int FOUND = 50;

    private final HistoryView history = VisibleHistory.get();
    private final BuildLinks builds = new VisibleBuilds();

    PageData() {}

    /** @param job full name of the only job whose services are told of; null for all */
    @GET
    public HttpResponse doOverview(@QueryParameter String days, @QueryParameter String job) throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        try {
            Map<String, Object> map = OverviewModel.of(entries(job), builds, span(days));
            if (job == null) {
                map.put("example", FrontEnd.example());
            } else {
                map.put("empty", "job");
            }
            return JsonAnswer.ok(map, false);
        } catch (BadInputException e) {
            return JsonAnswer.error(400, e.getMessage());
        }
    }

    @GET
    public HttpResponse doEnvironment(
            @QueryParameter String service, @QueryParameter String environment, @QueryParameter String days)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        try {
            return JsonAnswer.ok(model().of(service, environment, span(days)).orElseGet(HashMap::new), false);
        } catch (BadInputException e) {
            return JsonAnswer.error(400, e.getMessage());
        }
    }

    @GET
    public HttpResponse doTimeline(
            @QueryParameter String service, @QueryParameter String environment, @QueryParameter String before)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        try {
            return JsonAnswer.ok(model().timeline(service, environment, number(before)), false);
        } catch (BadInputException e) {
            return JsonAnswer.error(400, e.getMessage());
        }
    }

    @GET
    public HttpResponse doList(@QueryParameter String text, @QueryParameter String before, @QueryParameter String job)
            throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        try {
            Map<String, Object> page =
                    new DeploymentList(builds).page(entries(job), text == null ? "" : text, number(before), FOUND);
            return JsonAnswer.ok(page, false);
        } catch (BadInputException e) {
            return JsonAnswer.error(400, e.getMessage());
        }
    }

    private EnvironmentModel model() {
        return new EnvironmentModel(history, VisibleHistory.releases(), builds);
    }

    /** Those of all services that a job has deployed, whoever deployed them. */
    private List<HistoryEntry> entries(String job) throws IOException {
        List<HistoryEntry> entries = history.entries();
        if (job == null) {
            return entries;
        }
        Set<String> services = entries.stream()
                .filter(entry -> entry.build() != null
                        && builds.named(entry.build()).job().equals(job))
                .map(HistoryEntry::service)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> services.contains(entry.service()))
                .toList();
    }

    private static Span span(String days) {
        return Span.of(Instant.now(), days);
    }

    private static long number(String before) {
        if (before == null) {
            return Long.MAX_VALUE;
        }
        if (!before.matches("[0-9]{1,18}")) {
            throw new BadInputException("before is not a number; it takes what next was in the answer before.");
        }
        return Long.parseLong(before);
    }
}
