package io.jenkins.plugins.godeploy.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for text in files of a running Jenkins, of which some go meanwhile. */
final class Grep {
    private Grep() {}

    /** The files below a folder that hold the text. */
    static List<String> files(String text, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        int[] looked = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                looked[0]++;
                if (attributes.isRegularFile() && holds(file, text)) {
                    found.add(file.toString());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        if (looked[0] == 0) {
            throw new IOException("There is no file in " + folder + ".");
        }
        return found;
    }

    /** False as well for a file that is gone, or another user's. */
    static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
