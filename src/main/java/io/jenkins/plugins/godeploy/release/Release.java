package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one build of a service made, for all its targets. Immutable; written as {@code release.json}.
 *
 * @param service name of the service, see {@link Names#service}
 * @param version see {@link Names#version}
 * @param source the commit it was built from
 * @param goVersion as {@code go env GOVERSION} prints it, such as {@code go1.22.1}
 * @param module path of the Go module
 * @param modules version of each other module that its program is built of, by path; what stands for the version of
 *     a replaced module is what replaces it
 * @param artifacts one a target, sorted by target
 */
public record Release(
        String service,
        String version,
        Source source,
        String goVersion,
        String module,
        Map<String, String> modules,
        List<Artifact> artifacts)
        implements Serializable {
    public Release {
        Names.service(service);
        Names.version(version);
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        artifacts = artifacts.stream()
                .sorted(Comparator.comparing(Artifact::target))
                .toList();
    }

    /**
     * SHA-256 over the canonical list of every target's files: a line {@code <os>/<arch> <mode> <sha256> <path>} each,
     * sorted by target and path, each ended by a newline. It is the same on every host whatever its platform, and other
     * content has another digest. 64 hex digits in lower case.
     */
    public String digest() {
        String list = artifacts.stream()
                .flatMap(artifact -> artifact.files().stream()
                        .sorted(Comparator.comparing(ReleaseFile::path))
                        .map(file -> artifact.target() + " " + file.mode() + " " + file.sha256() + " " + file.path()))
                .collect(Collectors.joining("\n", "", "\n"));
        return Digests.sha256(list.getBytes(StandardCharsets.UTF_8));
    }

    /** Name of its folder on a host: {@code <version>-<first 12 hex digits of the digest>}. */
    public String id() {
        return version + "-" + digest().substring(0, 12);
    }

    /** What was built for this target, if anything was. */
    public Optional<Artifact> artifact(Target target) {
        return artifacts.stream().filter(a -> a.target().equals(target)).findFirst();
    }

    /**
     * What was built for this target.
     *
     * @throws BadInputException if nothing was; it lists the targets that were built
     */
    public Artifact require(Target target) {
        return artifact(target)
                .orElseThrow(() -> new BadInputException("Release " + id() + " has no artifact for " + target
                        + "; it was built for "
                        + artifacts.stream().map(a -> a.target().toString()).collect(Collectors.joining(", ")) + "."));
    }
}
