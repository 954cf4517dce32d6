package io.jenkins.plugins.godeploy.release;

import java.nio.file.Path;

/**
 * A file that is to be put into an artifact.
 *
 * @param path where it lies in the release, see {@link FilePaths}
 * @param mode as in {@link ReleaseFile#mode}
 * @param content where its bytes are read from; followed if it is a symbolic link
 */
public record PackFile(String path, String mode, Path content) {}
