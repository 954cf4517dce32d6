package io.jenkins.plugins.godeploy.jenkins.turn;

import java.time.Instant;

/**
 * A deployment's place in the order in which they came.
 *
 * @param since when it got its turn; null while it waits
 */
record Place(Claim claim, Instant since) {
    Place withTurn(Instant now) {
        return new Place(claim, now);
    }
}
