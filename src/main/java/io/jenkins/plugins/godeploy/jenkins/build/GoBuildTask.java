package io.jenkins.plugins.godeploy.jenkins.build;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.build.Compiled;
import io.jenkins.plugins.godeploy.build.GoBuild;
import io.jenkins.plugins.godeploy.build.GoCompiler;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseJson;
import java.io.IOException;
import java.util.LinkedHashMap;

/** A build of a Go program in a Jenkins build: what the step and the freestyle builder do. */
final class GoBuildTask {
    private static final ObjectReader PLAIN = new ObjectMapper()
            .readerFor(new TypeReference<LinkedHashMap<String, Object>>() {})
            .with(DeserializationFeature.USE_LONG_FOR_INTS);

    private final Run<?, ?> run;
    private final FilePath workspace;
    private final EnvVars env;
    private final Launcher launcher;
    private final TaskListener log;

    GoBuildTask(Run<?, ?> run, FilePath workspace, EnvVars env, Launcher launcher, TaskListener log) {
        this.run = run;
        this.workspace = workspace;
        this.env = env;
        this.launcher = launcher;
        this.log = log;
    }

    /**
     * Compiles, packs, archives with fingerprints, and records the release with the build.
     *
     * @return the release as in {@code release.json}, as plain maps and lists
     * @throws AbortException in one sentence
     */
    LinkedHashMap<String, Object> build(GoBuildParameters parameters) throws IOException, InterruptedException {
        try {
            GoBuild build = parameters.toGoBuild();
            EnvVars goEnv = parameters.getGo() == null
                    ? env
                    : GoInstallations.environment(parameters.getGo(), workspace, env, log);
            Compiled compiled =
                    GoCompiler.compile(build, new LauncherProcessRunner(launcher, goEnv, workspace), log.getLogger());
            Release release = workspace.act(new PackRelease(compiled));
            ReleaseArchive.write(release, run, workspace, env, launcher, log);
            BuiltReleases.add(run, release);
            return PLAIN.readValue(ReleaseJson.bytes(release));
        } catch (BadInputException e) {
            throw new AbortException(e.getMessage());
        }
    }
}
