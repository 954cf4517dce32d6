package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Compiles a Go program for many targets. It starts processes and touches no file itself: in Jenkins they run on the
 * agent, while this runs on the controller.
 */
public final class GoCompiler {
    private GoCompiler() {}

    /**
     * Compiles a main package for all targets: the first alone, so that modules are fetched and errors are told once, the
     * others as many at a time as cores and memory allow.
     *
     * @param runner starts {@code go} and {@code git} in the workspace
     * @param log where progress and the compiler's own messages go; not closed
     * @return what was made, for {@link ReleasePackager}
     * @throws io.jenkins.plugins.godeploy.BadInputException if there is no Go, the package is not a main package, it does
     *     not compile, a target does not exist, or there is no version
     * @throws IOException if go or git fails for another reason
     * @throws InterruptedException if interrupted; no process is left by then
     */
    public static Compiled compile(GoBuild spec, ProcessRunner runner, OutputStream log)
            throws IOException, InterruptedException {
        BuildLog buildLog = new BuildLog(log);
        Map<String, String> env = Compilation.environment(spec);
        Toolchain toolchain = Toolchain.find(runner, env);
        List<Target> targets = toolchain.targets(spec.targets(), runner, env);
        MainPackage main = MainPackage.find(spec, runner, Compilation.environment(spec, targets.get(0)), buildLog);
        String binary = Names.binary(spec.binary() == null ? main.programName() : spec.binary());
        String service = Names.service(spec.service() == null ? binary : spec.service());
        Versioned versioned = new GitCheckout(runner, buildLog).read(spec.version());

        buildLog.line("Building " + service + " " + versioned.version() + " with " + toolchain.version() + " for "
                + targets.stream().map(Target::toString).collect(Collectors.joining(", ")));
        Compilation compilation = new Compilation(spec, binary, versioned, runner, buildLog);
        SortedMap<Target, String> outputs = compileAll(compilation, targets, Machine.look(runner));
        return new Compiled(
                service,
                versioned.version(),
                versioned.source(),
                toolchain.version(),
                main.module(),
                Modules.of(spec, runner, Compilation.environment(spec, targets.get(0)), buildLog),
                binary,
                spec.archive(),
                spec.files(),
                outputs);
    }

    private static SortedMap<Target, String> compileAll(Compilation compilation, List<Target> targets, Machine machine)
            throws IOException, InterruptedException {
        SortedMap<Target, String> outputs = new TreeMap<>();
        outputs.put(targets.get(0), compilation.compile(targets.get(0), machine.cores()));
        List<Target> others = targets.subList(1, targets.size());
        if (others.isEmpty()) {
            return outputs;
        }
        int parallel = machine.parallel(others.size());
        List<Callable<String>> jobs = new ArrayList<>();
        for (Target target : others) {
            jobs.add(() -> compilation.compile(target, Math.max(1, machine.cores() / parallel)));
        }
        List<String> results = InParallel.run(parallel, jobs);
        for (int i = 0; i < others.size(); i++) {
            outputs.put(others.get(i), results.get(i));
        }
        return outputs;
    }
}
