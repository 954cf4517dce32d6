package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.release.FilePaths;
import io.jenkins.plugins.godeploy.release.PackFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the files of the workspace that go into a release beside the program, under the paths they have there. */
final class ExtraFiles {
    private final Path workspace;
    private final Path realWorkspace;
    private final SortedMap<String, PackFile> found = new TreeMap<>();

    private ExtraFiles(Path workspace) throws IOException {
        this.workspace = workspace;
        this.realWorkspace = workspace.toRealPath();
    }

    /**
     * The files, sorted by path.
     *
     * @param patterns files, folders (all that is in them) and glob patterns as of
     *     {@link java.nio.file.FileSystem#getPathMatcher}, relative to the workspace
     * @throws BadInputException if one of them matches nothing, or something that is not a file of the workspace
     */
    static List<PackFile> find(Path workspace, List<String> patterns) throws IOException {
        ExtraFiles files = new ExtraFiles(workspace);
        for (String pattern : patterns) {
            BuildRules.file(pattern);
            files.addAll(pattern.startsWith("./") ? pattern.substring(2) : pattern);
        }
        return List.copyOf(files.found.values());
    }

    private void addAll(String pattern) throws IOException {
        Path literal = workspace.resolve(pattern);
        List<Path> matches;
        if (Files.isDirectory(literal, LinkOption.NOFOLLOW_LINKS)) {
            matches = walk(literal);
        } else if (Files.exists(literal, LinkOption.NOFOLLOW_LINKS)) {
            matches = List.of(literal);
        } else {
            matches = matching(pattern);
        }
        if (matches.isEmpty()) {
            throw new BadInputException("The extra file '" + pattern + "' matches no file in the workspace; "
                    + "write a path or a glob pattern relative to it, or leave it out.");
        }
        for (Path match : matches) {
            add(match);
        }
    }

    private List<Path> matching(String pattern) throws IOException {
        PathMatcher matcher;
        try {
            matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw new BadInputException(
                    "The extra file '" + pattern + "' is not a glob pattern: " + e.getDescription() + ".", e);
        }
        return walk(workspace).stream()
                .filter(path -> matcher.matches(workspace.relativize(path)))
                .toList();
    }

    /** Files and links below a folder; links to folders are not followed, and what builds and git keep is left out. */
    private List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> files = new ArrayList<>();
            for (Path child : children.sorted().toList()) {
                if (child.equals(workspace.resolve("dist")) || child.endsWith(".git")) {
                    continue;
                }
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    files.addAll(walk(child));
                } else {
                    files.add(child);
                }
            }
            return files;
        }
    }

    private void add(Path file) throws IOException {
        String path = workspace.relativize(file).toString().replace('\\', '/');
        FilePaths.check("The extra file", path);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "The extra file '" + path + "' is neither a file nor a link to one; a release holds files only.");
        }
        Path real = file.toRealPath();
        if (!real.startsWith(realWorkspace)) {
            throw new BadInputException("The extra file '" + path
                    + "' is a symbolic link that leads out of the workspace; copy the file into the workspace.");
        }
        // Only whether it can be executed: the rest is the umask of whoever checked the sources out.
        found.put(path, new PackFile(path, hasExecuteBit(real) ? "0755" : "0644", real));
    }

    private static boolean hasExecuteBit(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
