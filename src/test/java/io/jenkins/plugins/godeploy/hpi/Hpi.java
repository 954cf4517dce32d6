package io.jenkins.plugins.godeploy.hpi;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The plugin as it was packaged. */
final class Hpi {
    static final Path PROJECT = Path.of("").toAbsolutePath();
    static final Path FILE = PROJECT.resolve("target/go-deploy.hpi");
    static final String PLUGIN_JAR = "WEB-INF/lib/go-deploy.jar";

    private static Map<String, byte[]> files;
    private static Map<String, byte[]> plugin;
    private static JavaClasses classes;

    private Hpi() {}

    /** Its files by path. */
    static Map<String, byte[]> files() {
        if (files == null) {
            try (InputStream in = Files.newInputStream(FILE)) {
                files = unzip(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The files of the jar with the plugin's own classes. */
    static Map<String, byte[]> plugin() {
        if (plugin == null) {
            plugin = jar(PLUGIN_JAR);
        }
        return plugin;
    }

    static Map<String, byte[]> jar(String path) {
        try {
            return unzip(new ByteArrayInputStream(files().get(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        return new String(plugin().get(path), StandardCharsets.UTF_8);
    }

    /** The classes of all jars in it. */
    static JavaClasses classes() {
        if (classes == null) {
            classes = read();
        }
        return classes;
    }

    private static JavaClasses read() {
        try {
            Path unpacked = Files.createTempDirectory("hpi");
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                if (file.getKey().endsWith(".jar")) {
                    Files.write(unpacked.resolve(Path.of(file.getKey()).getFileName()), file.getValue());
                }
            }
            try (var jars = Files.list(unpacked)) {
                return new ClassFileImporter().importUrls(jars.map(Hpi::url).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return URI.create("jar:" + jar.toUri() + "!/").toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unzip(InputStream in) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }
}
