package io.jenkins.plugins.godeploy.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of a history that somebody may see; what is hidden is in no list, count or page of it. To be made anew for
 * each question, as permissions and names change.
 */
public final class HistoryView {
    private final HistoryIndex index;
    private final Viewer viewer;

    /** Who looks at a history. */
    public interface Viewer {
        /** Who sees all, under the names that were recorded. */
        Viewer ALL = new Viewer() {
            @Override
            public boolean sees(RecordedBuild build) {
                return true;
            }

            @Override
            public RecordedBuild named(RecordedBuild build) {
                return build;
            }
        };

        /**
         * Whether the deployments of a build may be seen.
         *
         * @param build null where a record names none
         */
        boolean sees(RecordedBuild build);

        /**
         * The build under the name that its job has now.
         *
         * @param build one that may be seen
         */
        RecordedBuild named(RecordedBuild build);
    }

    public HistoryView(HistoryIndex index, Viewer viewer) {
        this.index = index;
        this.viewer = viewer;
    }

    /** All that may be seen, in short, oldest first; their builds under the names that were recorded. */
    public List<HistoryEntry> entries() throws IOException {
        return index.entries().stream()
                .filter(entry -> viewer.sees(entry.build()))
                .toList();
    }

    /** The record with that number; empty if there is none, or it may not be seen. */
    public Optional<HistoryRecord> find(long number) throws IOException {
        return index.find(number).filter(kept -> viewer.sees(kept.build())).map(this::named);
    }

    /**
     * One page of records; reads no others.
     *
     * @param before only records with a lower number
     * @param limit how many at most, from 1
     */
    public HistoryPage page(HistoryFilter filter, long before, int limit) throws IOException {
        List<HistoryEntry> all = index.entries();
        List<HistoryRecord> records = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            HistoryEntry entry = all.get(i);
            if (entry.number() >= before || !filter.matches(entry) || !viewer.sees(entry.build())) {
                continue;
            }
            if (records.size() == limit) {
                return new HistoryPage(records, records.get(limit - 1).number());
            }
            index.find(entry.number()).map(this::named).ifPresent(records::add);
        }
        return new HistoryPage(records, null);
    }

    /**
     * What each host serves that took part in the newest deployment of a service in an environment, sorted by service and
     * environment. Reads as few records as tell that.
     *
     * @param service only this; null for all
     * @param environment only this; null for all
     */
    public List<RunningRelease> running(String service, String environment) throws IOException {
        HistoryFilter filter = new HistoryFilter(service, environment, null, null);
        Map<Cell, RunningReleases> cells =
                new TreeMap<>(Comparator.comparing(Cell::service).thenComparing(Cell::environment));
        List<HistoryEntry> all = index.entries();
        for (int i = all.size() - 1; i >= 0; i--) {
            HistoryEntry entry = all.get(i);
            if (entry.hosts() > 0 && filter.matches(entry)) {
                RunningReleases cell = cells.computeIfAbsent(Cell.of(entry), none -> new RunningReleases());
                if (!cell.done()) {
                    index.find(entry.number()).ifPresent(cell::older);
                }
            }
        }
        List<RunningRelease> running = new ArrayList<>();
        cells.values().forEach(cell -> running.addAll(cell.seenBy(viewer)));
        return running;
    }

    private HistoryRecord named(HistoryRecord kept) {
        return kept.build() == null
                ? kept
                : new HistoryRecord(kept.number(), kept.deployment(), viewer.named(kept.build()));
    }
}
