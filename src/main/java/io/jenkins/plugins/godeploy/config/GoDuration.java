package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go's time.ParseDuration reads them, such as {@code 5s}, {@code 1m30s} or {@code 500ms}; none negative. */
public final class GoDuration {
    private static final Pattern PART = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + "){1,8}");
    private static final Map<String, Long> MILLIS = Map.of("h", 3_600_000L, "m", 60_000L, "s", 1_000L, "ms", 1L);

    private GoDuration() {}

    /**
     * Reads a duration, to the millisecond.
     *
     * @throws BadInputException if it is not one
     */
    public static Duration parse(String text) {
        if (text == null || !(text.equals("0") || WHOLE.matcher(text).matches())) {
            String unit = text != null && text.matches("[0-9]{1,9}") ? text + "s" : "5s, 1m30s or 500ms";
            throw new BadInputException("'" + Printable.shortened(text)
                    + "' is not a duration; it takes a number with a unit, such as " + unit + ".");
        }
        BigDecimal millis = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(MILLIS.get(part.group(2)))));
        }
        return Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** The duration as {@link #parse} reads it, in its shortest form, such as {@code 1m30s}. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
