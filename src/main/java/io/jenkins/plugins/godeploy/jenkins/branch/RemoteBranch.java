package io.jenkins.plugins.godeploy.jenkins.branch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that the git plugin has for the branches of a remote repository. */
final class RemoteBranch {
    /** Without {@code refs/remotes/} only the remote that has the default name is certain to be one: others may be tags. */
    private static final Pattern NAME = Pattern.compile("(?:refs/remotes/[^/]+|origin)/(.+)");

    private RemoteBranch() {}

    /** The branch's own name; null if it is none, such as {@code detached}. */
    static String parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && !matcher.group(1).equals("HEAD") ? matcher.group(1) : null;
    }
}
