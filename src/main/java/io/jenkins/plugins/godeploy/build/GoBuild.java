package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.release.Target;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What to build: the parameters of the {@code goBuild} step and of {@code build:} in {@code godeploy.yaml}, named as in
 * GoReleaser and {@code go build}. Null and empty values stand for the defaults.
 *
 * @param main the main package, such as {@code ./cmd/shop}; default {@code .}
 * @param binary name of the program file; default the main package's name
 * @param service name of the service; default {@code binary}
 * @param targets what to compile for; default the machine's own target
 * @param version default: from {@code git describe}
 * @param ldflags template; default strips and stamps version, commit and date
 * @param tags build tags
 * @param env variables for the compiler, over {@code CGO_ENABLED=0}
 * @param archive {@code tar.gz} (default), {@code zip} or {@code binary}
 * @param files more files for the release, paths or glob patterns relative to the workspace
 */
public record GoBuild(
        String main,
        String binary,
        String service,
        List<Target> targets,
        String version,
        String ldflags,
        List<String> tags,
        Map<String, String> env,
        String archive,
        List<String> files)
        implements Serializable {}
