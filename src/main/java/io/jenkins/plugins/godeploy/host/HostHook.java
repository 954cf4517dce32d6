package io.jenkins.plugins.godeploy.host;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Runs a user's command on a host before or after a phase, under the deployment's lock where it holds one. */
public final class HostHook {
    /** What every variable for a hook begins with. */
    public static final String PREFIX = "GO_DEPLOY_";

    private HostHook() {}

    /**
     * @param command one line for {@code sh -c}, run in the service's folder
     * @param variables those that the script knows, each beginning with {@link #PREFIX}
     * @param remember what to note on the host once it has passed; null for nothing
     */
    public static HookEnd run(
            HostSession session, String command, Duration timeout, Map<String, String> variables, String remember)
            throws IOException, InterruptedException {
        long seconds = Math.max(1, timeout.toSeconds());
        Report report = session.run(
                session.script("hook.sh", s -> {
                    variables.forEach((name, value) ->
                            s.set("hook_" + name.substring(PREFIX.length()).toLowerCase(Locale.ROOT), value));
                    return s.set("hook_command", command)
                            .set("hook_seconds", seconds)
                            .set("hook_once", remember);
                }),
                timeout.plusSeconds(60));
        int status = (int) report.number("status", 1);
        return new HookEnd(status, report.is("late", "yes"), report.all("said"));
    }

    /** Notes on a host what has passed elsewhere. */
    public static void remember(HostSession session, String what) throws IOException, InterruptedException {
        session.run(session.script("remember.sh", s -> s.set("hook_once", what)), Duration.ofSeconds(60));
    }
}
