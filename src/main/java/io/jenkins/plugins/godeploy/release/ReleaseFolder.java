package io.jenkins.plugins.godeploy.release;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The folder {@code dist/} that a build made: artifacts, {@code release.json} and {@code SHA256SUMS}. */
public final class ReleaseFolder {
    private ReleaseFolder() {}

    /**
     * Reads the release and verifies all that is said of it: sizes and sums of the artifacts, each file read once.
     *
     * @param dist the folder
     * @throws BadInputException if something is missing, does not match, or is a link out of the folder
     */
    public static Release load(Path dist) throws IOException {
        if (!Files.isRegularFile(dist.resolve(ReleaseJson.FILE_NAME))) {
            throw new BadInputException("There is no release in '" + dist + "', since it has no "
                    + ReleaseJson.FILE_NAME + "; build first, or name the folder that the build made.");
        }
        byte[] json = Files.readAllBytes(inside(dist, ReleaseJson.FILE_NAME));
        inside(dist, Sha256Sums.FILE_NAME);
        SortedMap<String, String> sums = Sha256Sums.read(dist);
        Release release = ReleaseJson.parse(json);
        requireSameNames(release, sums.keySet());
        Sha256Sums.verify(
                ReleaseJson.FILE_NAME, sums.get(ReleaseJson.FILE_NAME), Digests.sha256(json), Sha256Sums.FILE_NAME);
        for (Artifact artifact : release.artifacts()) {
            verify(dist, artifact, sums.get(artifact.name()));
        }
        return release;
    }

    /** Writes {@code release.json} and {@code SHA256SUMS} for artifacts that are in the folder already. */
    public static void write(Path dist, Release release) throws IOException {
        byte[] json = ReleaseJson.bytes(release);
        SortedMap<String, String> sums = new TreeMap<>();
        release.artifacts().forEach(artifact -> sums.put(artifact.name(), artifact.sha256()));
        sums.put(ReleaseJson.FILE_NAME, Digests.sha256(json));
        Files.write(dist.resolve(ReleaseJson.FILE_NAME), json);
        Sha256Sums.write(dist, sums);
    }

    private static void requireSameNames(Release release, Set<String> listed) {
        Set<String> names = new TreeSet<>(Set.of(ReleaseJson.FILE_NAME));
        release.artifacts().forEach(artifact -> names.add(artifact.name()));
        for (String name : names) {
            if (!listed.contains(name)) {
                throw new BadInputException(Sha256Sums.FILE_NAME + " has no line for '" + name
                        + "'; it must have one for release.json and for each of its artifacts.");
            }
        }
        for (String name : listed) {
            if (!names.contains(name)) {
                throw new BadInputException(Sha256Sums.FILE_NAME + " has a line for '" + name
                        + "', which is neither release.json nor one of its artifacts.");
            }
        }
    }

    private static void verify(Path dist, Artifact artifact, String listed) throws IOException {
        Path file = inside(dist, artifact.name());
        if (Files.size(file) != artifact.size()) {
            throw new BadInputException("'" + artifact.name() + "' has " + Files.size(file)
                    + " bytes where release.json has " + artifact.size()
                    + "; build again, or take the file that the build made.");
        }
        String actual = Digests.sha256(file);
        Sha256Sums.verify(artifact.name(), listed, actual, Sha256Sums.FILE_NAME);
        Sha256Sums.verify(artifact.name(), artifact.sha256(), actual, ReleaseJson.FILE_NAME);
    }

    /** The regular file of this name, which is no link that leads out of the folder. */
    private static Path inside(Path dist, String name) throws IOException {
        Path file = dist.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "There is no file '" + name + "' in '" + dist + "'; take the whole folder that the build made.");
        }
        if (!file.toRealPath().startsWith(dist.toRealPath())) {
            throw new BadInputException("'" + name + "' in '" + dist
                    + "' is a symbolic link that leads out of that folder; it must be a file of its own.");
        }
        return file;
    }
}
