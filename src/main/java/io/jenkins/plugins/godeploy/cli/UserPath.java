package io.jenkins.plugins.godeploy.cli;

import java.nio.file.Path;

/** Paths as users write them in godeploy.yaml. */
final class UserPath {
    private UserPath() {}

    /** Relative to the folder of godeploy.yaml, or to the home folder where it begins with {@code ~/}. */
    static Path resolve(String path, Path folder, Path home) {
        return path.startsWith("~/") ? home.resolve(path.substring(2)) : folder.resolve(path);
    }
}
