package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.release.Source;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the compiler made, before it is packed.
 *
 * @param service name of the service
 * @param version version of the release
 * @param source the commit it was built from
 * @param goVersion as {@code go env GOVERSION} prints it
 * @param module path of the Go module
 * @param modules see {@link io.jenkins.plugins.godeploy.release.Release#modules}
 * @param binary name of the program, without {@code .exe}
 * @param archive see {@link GoBuild#archive}
 * @param files see {@link GoBuild#files}
 * @param outputs the program for each target: its path relative to the workspace, {@code /} as separator
 */
public record Compiled(
        String service,
        String version,
        Source source,
        String goVersion,
        String module,
        SortedMap<String, String> modules,
        String binary,
        String archive,
        List<String> files,
        SortedMap<Target, String> outputs)
        implements Serializable {
    public Compiled {
        modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        files = List.copyOf(files);
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }
}
