package io.jenkins.plugins.godeploy.cli.demo;

import io.jenkins.plugins.godeploy.process.LocalProcessRunner;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sources of the shop, a small Go service. */
public final class DemoShop {
    private static final List<String> FILES =
            List.of("go.mod", "cmd/shop/main.go", "internal/web/web.go", "internal/web/web_test.go");

    private final Path folder;

    private DemoShop(Path folder) {
        this.folder = folder;
    }

    /** Writes the first version. */
    public static DemoShop write(Path folder) throws IOException {
        for (String file : FILES) {
            copy("shop/" + file, folder.resolve(file));
        }
        return new DemoShop(folder);
    }

    /** Makes the next version of it: {@code features/by-name.patch}, say. */
    public void apply(String patch, OutputStream log) throws IOException, InterruptedException {
        Path file = folder.resolveSibling(Path.of(patch).getFileName());
        copy(patch, file);
        // In a folder of some other repository, git would look for the files in that one's root.
        Map<String, String> alone = Map.of(
                "GIT_CEILING_DIRECTORIES", folder.toRealPath().getParent().toString());
        int status = new LocalProcessRunner(folder).run(List.of("git", "apply", file.toString()), alone, ".", log, log);
        Files.delete(file);
        if (status != 0) {
            throw new IOException("git could not apply " + patch + " in " + folder + ".");
        }
    }

    private static void copy(String resource, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream in = DemoShop.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(in, to);
        }
    }
}
