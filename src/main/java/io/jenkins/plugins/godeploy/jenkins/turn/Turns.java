package io.jenkins.plugins.godeploy.jenkins.turn;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Of deployments that are in each other's way lets one at a time go, in the order in which they came. The order is kept in
 * a file, so that after a restart whoever had its turn has it again.
 */
final class Turns {
    private final PlacesFile file;
    private final Predicate<Claim> runs;
    private final Duration look;
    /** Null until it is read. */
    private List<Place> places;
    /** IDs of those that came since this process began, and leave by themselves. */
    private final Set<String> present = new HashSet<>();

    private long changes;

    /**
     * @param runs whether the build of a claim still runs
     * @param look how often those who wait ask that
     */
    Turns(PlacesFile file, Predicate<Claim> runs, Duration look) {
        this.file = file;
        this.runs = runs;
        this.look = look;
    }

    /**
     * Returns when it is this deployment's turn. {@link #leave} ends it, and the waiting if that was interrupted.
     *
     * @param waits told for whom it waits, each time that is another one
     */
    void take(Claim claim, Consumer<Place> waits) throws IOException, InterruptedException {
        join(claim);
        Place told = null;
        while (true) {
            long seen = changes();
            Optional<Place> ahead = next(claim.id());
            if (ahead.isEmpty()) {
                return;
            }
            if (!ahead.get().equals(told)) {
                told = ahead.get();
                waits.accept(told);
            }
            await(seen);
        }
    }

    private synchronized void join(Claim claim) throws IOException {
        read();
        present.add(claim.id());
        if (index(claim.id()) < 0) {
            places.add(new Place(claim, null));
            file.write(places);
        }
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void await(long seen) throws InterruptedException {
        if (seen == changes) {
            wait(look.toMillis());
        }
    }

    /** Whom this one waits for; empty if nobody, and then it has its turn. */
    private synchronized Optional<Place> next(String id) throws IOException {
        forget();
        int own = index(id);
        Place place = places.get(own);
        List<Place> ahead = places.subList(0, own).stream()
                .filter(each -> each.claim().conflicts(place.claim()))
                .toList();
        if (ahead.isEmpty() && place.since() == null) {
            places.set(own, place.withTurn(Instant.now()));
            file.write(places);
            changed();
        }
        // One that has its turn says more than one that waits itself.
        return ahead.stream().filter(each -> each.since() != null).findFirst().or(() -> ahead.stream()
                .findFirst());
    }

    /** Drops those from before a restart whose build has ended since. */
    private void forget() throws IOException {
        if (places.removeIf(place -> !present.contains(place.claim().id()) && !runs.test(place.claim()))) {
            file.write(places);
            changed();
        }
    }

    /** Lets the next one go; nothing happens if it has no place. */
    synchronized void leave(String id) throws IOException {
        read();
        present.remove(id);
        if (places.removeIf(place -> place.claim().id().equals(id))) {
            changed();
            file.write(places);
        }
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    private int index(String id) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).claim().id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void read() throws IOException {
        if (places == null) {
            places = new ArrayList<>(file.read());
        }
    }
}
