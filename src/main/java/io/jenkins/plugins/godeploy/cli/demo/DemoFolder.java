package io.jenkins.plugins.godeploy.cli.demo;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where everything of a demo is; a temporary one goes at the end. */
public final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final boolean goes;

    private DemoFolder(Path path, boolean goes) {
        this.path = path;
        this.goes = goes;
    }

    /**
     * @param named made where it is not there; null for a temporary one
     * @param keep whether a temporary one stays
     * @throws BadInputException if there is something in it
     */
    public static DemoFolder make(Path named, boolean keep) throws IOException {
        if (named == null) {
            return new DemoFolder(Files.createTempDirectory("go-deploy-demo").toRealPath(), !keep);
        }
        if (Files.exists(named) && !isEmptyFolder(named)) {
            throw new BadInputException(named + " is there and not an empty folder; name another for the demo.");
        }
        return new DemoFolder(Files.createDirectories(named).toRealPath(), false);
    }

    private static boolean isEmptyFolder(Path named) throws IOException {
        if (!Files.isDirectory(named)) {
            return false;
        }
        try (Stream<Path> files = Files.list(named)) {
            return files.findAny().isEmpty();
        }
    }

    public Path path() {
        return path;
    }

    /** Whether it is there after the end. */
    public boolean stays() {
        return !goes;
    }

    @Override
    public void close() throws IOException {
        if (!goes) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
