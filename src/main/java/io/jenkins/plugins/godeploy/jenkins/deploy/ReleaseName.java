package io.jenkins.plugins.godeploy.jenkins.deploy;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parameter {@code release} names. A release's own name has neither {@code #} nor {@code /}. */
sealed interface ReleaseName {
    /** The build's number that stands for the last one that succeeded; Jenkins' addresses have the same word. */
    String LAST_SUCCESSFUL = "lastSuccessfulBuild";

    /**
     * A release of this build.
     *
     * @param release an ID, a unique prefix of one, or a version; null for the only one
     */
    record OfThisBuild(String release) implements ReleaseName {}

    /**
     * A release of another build: {@code shop/main#12}, {@code #lastSuccessfulBuild}, {@code shop/main#12:1.4.1}.
     *
     * @param job as the step {@code build} takes it; null for the job of this build
     * @param build its number, or {@link #LAST_SUCCESSFUL}
     * @param release as in {@link OfThisBuild}
     */
    record OfBuild(String job, String build, String release) implements ReleaseName {}

    /**
     * A folder of the workspace with a release.
     *
     * @param path relative to the workspace, beginning with {@code ./}
     */
    record Folder(String path) implements ReleaseName {}

    /**
     * Reads what the parameter says.
     *
     * @param text null for nothing
     * @throws BadInputException if it is none of these
     */
    static ReleaseName parse(String text) {
        if (text == null) {
            return new OfThisBuild(null);
        }
        if (text.startsWith("./")) {
            if (text.contains("\\") || List.of(text.split("/")).contains("..")) {
                throw new BadInputException(
                        "'" + text + "' is outside of the workspace; name a folder of it, such as ./dist.");
            }
            return new Folder(text);
        }
        if (text.contains("#")) {
            Matcher parts = Pattern.compile("([^#]*)#([1-9][0-9]{0,8}|" + LAST_SUCCESSFUL + ")(?::([^#:/]+))?")
                    .matcher(text);
            if (!parts.matches()) {
                throw new BadInputException("'" + text + "' names no build; write the job's full name and the number,"
                        + " such as shop/main#12, or shop/main#" + LAST_SUCCESSFUL + ".");
            }
            return new OfBuild(parts.group(1).isEmpty() ? null : parts.group(1), parts.group(2), parts.group(3));
        }
        if (text.contains("/")) {
            throw new BadInputException("'" + text + "' names no release; write a version or an ID of this build's, a"
                    + " build such as shop/main#12, or a folder such as ./dist.");
        }
        return new OfThisBuild(text);
    }
}
