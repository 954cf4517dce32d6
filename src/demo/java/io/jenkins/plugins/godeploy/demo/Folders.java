package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that go at the end. */
public final class Folders {
    private Folders() {}

    /** A new folder that only its owner can enter. */
    public static Path temporary(String prefix) throws IOException {
        return Files.createTempDirectory(prefix).toRealPath();
    }

    /** Deletes a folder, even while a process that just ended leaves its last files there. */
    public static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
