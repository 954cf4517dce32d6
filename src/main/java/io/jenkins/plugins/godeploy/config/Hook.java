package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.host.Phase;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A command of the user's that runs before or after a phase, for each host that enters it.
 *
 * @param run one line for {@code sh -c}; on a host in the service's folder, at the agent in the workspace
 * @param timeout after which it is ended and has failed
 * @param once whether it runs for one host alone, and never again for the same release once it has passed
 */
public record Hook(When when, Phase phase, String run, Place at, Duration timeout, boolean once)
        implements Serializable {
    public static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** On which side of its phase. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** Where it runs. */
    public enum Place {
        HOST,
        /** Where the deployment itself runs: the Jenkins agent, or the command line's machine. */
        AGENT
    }

    /** As messages name it, such as {@code before switch}. */
    public String title() {
        return word(when) + " " + word(phase);
    }

    /** Twelve hex digits that stand for what it does, whatever its timeout. */
    public String key() {
        String text = title() + "\n" + word(at) + "\n" + run;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
