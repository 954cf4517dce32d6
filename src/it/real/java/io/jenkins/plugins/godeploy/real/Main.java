package io.jenkins.plugins.godeploy.real;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;

/** Runs the checks against one Jenkins. */
public final class Main {
    /** What ends or restarts Jenkins comes last. */
    private static final List<Class<?>> CHECKS = List.of(
            StepsCheck.class,
            FreestyleCheck.class,
            EnvironmentsCheck.class,
            PermissionsCheck.class,
            CredentialsCheck.class,
            VerifyCheck.class,
            RequestForgeryCheck.class,
            HostKeysCheck.class,
            InjectionCheck.class,
            FormsCheck.class,
            SecretsCheck.class,
            StopCheck.class,
            AgentLostCheck.class,
            RestartCheck.class);

    private Main() {}

    /** @param arguments as {@code src/it/real/run} says */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> values = new HashMap<>();
        List<String> only = new ArrayList<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i].equals("--only")) {
                only.add(arguments[i + 1]);
            } else {
                values.put(arguments[i], arguments[i + 1]);
            }
        }
        try {
            Real.open(address(values), path(values, "--war"), path(values, "--plugins"));
        } catch (IOException e) {
            System.err.println("src/it/real/run: " + e.getMessage());
            System.exit(2);
        }
        Report report = new Report(System.out);
        JUnitCore core = new JUnitCore();
        core.addListener(report);
        core.run(Request.classes(CHECKS.toArray(Class<?>[]::new)).filterWith(new Only(only)));
        System.exit(report.end() ? 0 : 1);
    }

    private static URI address(Map<String, String> values) {
        return values.containsKey("--url") ? URI.create(values.get("--url")) : null;
    }

    private static Path path(Map<String, String> values, String name) {
        return values.containsKey(name) ? Path.of(values.get(name)) : null;
    }
}
