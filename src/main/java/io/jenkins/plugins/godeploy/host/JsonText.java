package io.jenkins.plugins.godeploy.host;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text as it stands between the quotes of a JSON string, for journal lines that a shell script writes. */
final class JsonText {
    /** A journal line stays a line that people can read. */
    private static final int LIMIT = 1000;

    private JsonText() {}

    /** Empty for null; cut where it is very long. */
    static String of(String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() <= LIMIT ? text : text.substring(0, LIMIT - 3) + "...";
        return new String(JsonStringEncoder.getInstance().quoteAsString(cut));
    }
}
