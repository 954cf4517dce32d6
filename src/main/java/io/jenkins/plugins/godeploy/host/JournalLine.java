package io.jenkins.plugins.godeploy.host;

import java.time.Instant;

/**
 * One event in a host's journal.
 *
 * @param at when it was written, by the host's clock
 * @param event {@code switching}, {@code settled}, {@code returning}, {@code returned}, {@code withdrawn} or
 *     {@code repaired}
 * @param release ID of the release that was to serve; empty for a repair
 * @param before ID of the release that served before; empty for none
 * @param deployment ID of the deployment
 * @param owner who asked for it; empty if unknown
 * @param url of the build that did it; empty on the command line
 * @param message why it returned; empty for none
 */
public record JournalLine(
        Instant at,
        String event,
        String release,
        String before,
        String deployment,
        String owner,
        String url,
        String message) {}
