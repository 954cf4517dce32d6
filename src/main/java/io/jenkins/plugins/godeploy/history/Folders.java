package io.jenkins.plugins.godeploy.history;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Brings a folder's own entries to the disk, after a file in it was made or renamed. */
final class Folders {
    private Folders() {}

    static void sync(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows opens no folder as a file, and needs this not
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
