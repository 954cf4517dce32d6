package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.release.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts a {@link GoBuild} together; what is not set has its default. */
public final class GoBuildBuilder {
    private String main;
    private String binary;
    private String service;
    private List<Target> targets;
    private String version;
    private String ldflags;
    private List<String> tags;
    private Map<String, String> env;
    private String archive;
    private List<String> files;

    GoBuildBuilder() {}

    public GoBuildBuilder main(String main) {
        this.main = main;
        return this;
    }

    public GoBuildBuilder binary(String binary) {
        this.binary = binary;
        return this;
    }

    public GoBuildBuilder service(String service) {
        this.service = service;
        return this;
    }

    /** @param targets as {@code linux/amd64} */
    public GoBuildBuilder targets(String... targets) {
        this.targets = Stream.of(targets).map(Target::parse).toList();
        return this;
    }

    public GoBuildBuilder version(String version) {
        this.version = version;
        return this;
    }

    public GoBuildBuilder ldflags(String ldflags) {
        this.ldflags = ldflags;
        return this;
    }

    public GoBuildBuilder tags(String... tags) {
        this.tags = List.of(tags);
        return this;
    }

    public GoBuildBuilder env(Map<String, String> env) {
        this.env = env;
        return this;
    }

    public GoBuildBuilder archive(String archive) {
        this.archive = archive;
        return this;
    }

    public GoBuildBuilder files(String... files) {
        this.files = List.of(files);
        return this;
    }

    /** @throws io.jenkins.plugins.godeploy.BadInputException if a value is wrong */
    public GoBuild build() {
        return new GoBuild(main, binary, service, targets, version, ldflags, tags, env, archive, files);
    }
}
