package io.jenkins.plugins.godeploy.jenkins.turn;

import java.time.Duration;
import java.time.Instant;

/** Says for whom a deployment waits: {@code Waits for shop/main #12, which deploys shop to production since 2 min.} */
final class WaitLine {
    private WaitLine() {}

    /** @param named whether the reader may know the other's job and where that one deploys to */
    static String of(Claim own, Place ahead, boolean named, Instant now) {
        Claim other = ahead.claim();
        String who = named ? other.job() + " #" + other.build() : "another job";
        return "Waits for " + who + ", which "
                + (ahead.since() == null
                        ? "came before and waits to " + (other.rollback() ? "roll " : "deploy ")
                                + what(own, other, named)
                        : (other.rollback() ? "rolls " : "deploys ") + what(own, other, named) + " since "
                                + words(Duration.between(ahead.since(), now)))
                + ".";
    }

    private static String what(Claim own, Claim other, boolean named) {
        String back = other.rollback() ? " back" : "";
        if (!named && !own.isSamePlace(other)) {
            return (other.rollback() ? "something back" : "something") + " on the same hosts";
        }
        if (other.environment() == null) {
            return other.service() + back + " on the same hosts";
        }
        return other.service() + back + (other.rollback() ? " in " : " to ") + other.environment();
    }

    private static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 1) {
            return "less than a minute";
        }
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
