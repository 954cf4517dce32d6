package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The modules that a program is built of, besides its own. */
final class Modules {
    /** A line of path and version for each package of another module; see {@code go help list}. */
    private static final String FORMAT = "{{with .Module}}{{if not .Main}}{{.Path}} {{with .Replace}}"
            + "{{if .Version}}{{.Version}}{{else}}{{.Path}}{{end}}{{else}}{{.Version}}{{end}}{{end}}{{end}}";

    private Modules() {}

    /**
     * Version by path. None, and a line in the log, where go cannot tell: the program is there by then.
     *
     * @param env as for the compilation of one of the targets
     */
    static SortedMap<String, String> of(GoBuild spec, ProcessRunner runner, Map<String, String> env, BuildLog log)
            throws IOException, InterruptedException {
        SortedMap<String, String> modules = new TreeMap<>();
        Captured list = MainPackage.list(spec, runner, env, FORMAT, "-deps");
        if (!list.ok()) {
            log.line("The release names no modules, since go cannot list them: " + list.complaint());
            return modules;
        }
        for (String line : list.lines()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                String version = line.substring(space + 1);
                modules.put(line.substring(0, space), version.isEmpty() ? "?" : version);
            }
        }
        return modules;
    }
}
