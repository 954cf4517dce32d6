package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.release.ArchiveFormat;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What to build: the parameters of the {@code goBuild} step and of {@code build:} in {@code godeploy.yaml}, named as in
 * GoReleaser and {@code go build}. Null and empty values stand for the defaults; what is asked for is checked when this
 * is made, and {@link io.jenkins.plugins.godeploy.BadInputException} says what is wrong with it.
 *
 * @param main the main package, such as {@code ./cmd/shop}; default {@code .}
 * @param binary name of the program file; default, as null, the main package's name
 * @param service name of the service; default, as null, {@code binary}
 * @param targets what to compile for, sorted, each once; default, as an empty list, the machine's own target
 * @param version default, as null: from {@code git describe}
 * @param ldflags template; default, as null, strips and stamps version, commit and date
 * @param tags build tags
 * @param env variables for the compiler, over {@code CGO_ENABLED=0}; sorted by name
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
        implements Serializable {
    public GoBuild {
        main = orDefault(main, ".");
        binary = orDefault(binary, null);
        service = orDefault(service, null);
        version = orDefault(version, null);
        ldflags = orDefault(ldflags, null);
        archive = orDefault(archive, ArchiveFormat.TAR_GZ.word());
        targets = targets == null ? List.of() : List.copyOf(new TreeSet<>(targets));
        tags = tags == null ? List.of() : List.copyOf(tags);
        env = env == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(env));
        files = files == null ? List.of() : List.copyOf(files);

        BuildRules.main(main);
        if (binary != null) {
            Names.binary(binary);
        }
        if (service != null) {
            Names.service(service);
        }
        if (version != null) {
            Names.version(version);
        }
        if (ldflags != null) {
            BuildRules.ldflags(ldflags);
        }
        tags.forEach(BuildRules::tag);
        env.forEach(BuildRules::variable);
        files.forEach(BuildRules::file);
        BuildRules.archive(archive, files);
    }

    /** The build of one main package with every default. */
    public static GoBuild of(String main) {
        return builder().main(main).build();
    }

    /** The same build with another version. */
    public GoBuild withVersion(String other) {
        return new GoBuild(main, binary, service, targets, other, ldflags, tags, env, archive, files);
    }

    public static GoBuildBuilder builder() {
        return new GoBuildBuilder();
    }

    /** Leaves the values of variables out, since they may be secrets. */
    @Override
    public String toString() {
        return "GoBuild[main=" + main + ", binary=" + binary + ", service=" + service + ", targets=" + targets
                + ", version=" + version + ", ldflags=" + ldflags + ", tags=" + tags + ", env=" + env.keySet()
                + ", archive=" + archive + ", files=" + files + "]";
    }

    private static String orDefault(String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
