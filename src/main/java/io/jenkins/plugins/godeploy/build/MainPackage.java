package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The package that becomes the program.
 *
 * @param importPath such as {@code example.org/shop/cmd/shop}
 * @param module path of its module; {@code importPath} if it is in none
 */
record MainPackage(String importPath, String module) {
    private static final String FORMAT = "{{.Name}}\n{{.ImportPath}}\n{{with .Module}}{{.Path}}{{end}}";

    /**
     * Asks {@code go list} for the package.
     *
     * @param env as for the compilation of one of the targets, since constraints choose files by it
     * @param log where go's own complaints go
     * @throws BadInputException if it is not a main package, or cannot be read
     */
    static MainPackage find(GoBuild spec, ProcessRunner runner, Map<String, String> env, BuildLog log)
            throws IOException, InterruptedException {
        Captured list = list(spec, runner, env, FORMAT);
        if (!list.ok()) {
            log.line(list.err());
            throw new BadInputException("Go cannot read the main package '" + spec.main() + "': "
                    + CompilerMessages.first(list.err()).orElse(list.complaint()));
        }
        List<String> lines = list.lines();
        String name = lines.get(0);
        if (!name.equals("main")) {
            throw new BadInputException("'" + spec.main() + "' is package " + name
                    + ", not a main package; name the folder whose files begin with 'package main', such as ./cmd/"
                    + name + ".");
        }
        String importPath = lines.get(1);
        return new MainPackage(importPath, lines.size() < 3 || lines.get(2).isEmpty() ? importPath : lines.get(2));
    }

    /** What {@code go list} says of the package in a format, with more options where there are. */
    static Captured list(GoBuild spec, ProcessRunner runner, Map<String, String> env, String format, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("go", "list", "-f", format));
        command.addAll(List.of(options));
        if (!spec.tags().isEmpty()) {
            command.add("-tags=" + String.join(",", spec.tags()));
        }
        command.add(spec.main());
        return Captured.run(runner, env, command);
    }

    /**
     * What {@code go build} calls the program: the last element of the import path, or the one before if the last is a
     * major version such as {@code v2} (cmd/go, {@code load.DefaultExecName}).
     */
    String programName() {
        String[] elements = importPath.split("/");
        String last = elements[elements.length - 1];
        boolean isVersion = last.matches("v([2-9]|[1-9][0-9]+)") && elements.length > 1;
        return isVersion ? elements[elements.length - 2] : last;
    }
}
