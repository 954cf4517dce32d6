package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.process.ProcessRunner;
import io.jenkins.plugins.godeploy.process.ProgramNotFoundException;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Names;
import io.jenkins.plugins.godeploy.release.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks git about the sources that are checked out in the workspace. */
final class GitCheckout {
    /** Messages in English, since they are read; no lock on the index, since others may work in the checkout. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "GIT_OPTIONAL_LOCKS", "0");

    private final ProcessRunner runner;
    private final BuildLog log;

    GitCheckout(ProcessRunner runner, BuildLog log) {
        this.runner = runner;
        this.log = log;
    }

    /**
     * The commit and the version of the sources.
     *
     * @param version the version that was asked for; null to take it from the tags
     * @throws BadInputException if no version was asked for and git cannot give one
     */
    Versioned read(String version) throws IOException, InterruptedException {
        String obstacle = obstacle();
        if (obstacle != null && version == null) {
            throw new BadInputException(
                    "The version cannot be taken from git, since " + obstacle + "; or give the build a version.");
        }
        if (obstacle != null) {
            log.line("The release names no commit, since " + obstacle + ".");
            return new Versioned(version, Source.UNKNOWN);
        }
        Source source = source();
        return new Versioned(version == null ? describe(source) : version, source);
    }

    /** Why git cannot tell anything of the workspace and what would help, as a clause; null if it can. */
    private String obstacle() throws IOException, InterruptedException {
        Captured head;
        try {
            head = git("rev-parse", "--verify", "HEAD^{commit}");
        } catch (ProgramNotFoundException e) {
            return "there is no 'git' on the PATH: install it";
        }
        if (head.ok()) {
            return null;
        }
        if (head.err().contains("dubious ownership")) {
            return "git refuses the workspace, whose owner is another user: run git config --global --add "
                    + "safe.directory with its path as the user who builds";
        }
        if (head.err().contains("not a git repository")) {
            return "the workspace is not in a git repository: check the sources out with git";
        }
        if (head.err().contains("Needed a single revision")) {
            return "the git repository has no commit yet: make one";
        }
        return "git does not work there: mend that (" + head.complaint() + ")";
    }

    private Source source() throws IOException, InterruptedException {
        List<Commit> commits = commits();
        Captured branch = git("symbolic-ref", "--quiet", "--short", "HEAD");
        boolean dirty =
                !require("status", "--porcelain", "--untracked-files=no").out().isEmpty();
        return new Source(
                commits.get(0).hash(), commits.get(0).date(), branch.ok() ? branch.out() : null, dirty, commits);
    }

    /** The format's lines follow a line with the hash each. */
    private List<Commit> commits() throws IOException, InterruptedException {
        List<String> lines = require("rev-list", "--max-count=" + Source.COMMITS, "--format=%ct%x09%aN%x09%s", "HEAD")
                .lines();
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            String[] parts = lines.get(i + 1).split("\t", 3);
            commits.add(new Commit(
                    lines.get(i).substring("commit ".length()),
                    Instant.ofEpochSecond(Long.parseLong(parts[0])),
                    parts[1],
                    parts[2]));
        }
        return commits;
    }

    private String describe(Source source) throws IOException, InterruptedException {
        String suffix = source.dirty() ? "-dirty" : "";
        // A fixed length, or it would grow with the number of objects that happen to be in the clone.
        Captured tag = git("describe", "--tags", "--abbrev=12");
        if (!tag.ok()) {
            return withoutTag(source) + suffix;
        }
        String version = tag.out().replaceFirst("^v(?=[0-9])", "") + suffix;
        try {
            return Names.version(version);
        } catch (BadInputException e) {
            throw new BadInputException(
                    "The version cannot be taken from the nearest git tag; give the build a version. " + e.getMessage(),
                    e);
        }
    }

    private String withoutTag(Source source) throws IOException, InterruptedException {
        String version = "0.0.0-" + require("rev-list", "--count", "HEAD").out() + "-g"
                + source.commit().substring(0, 12);
        boolean shallow = require("rev-parse", "--is-shallow-repository").out().equals("true");
        log.line(
                "No tag can be reached from this commit, so the version is " + version + "; for a version from a tag "
                        + (shallow
                                ? "raise the checkout's shallow clone depth and fetch tags (in Jenkins: 'Shallow clone depth' and "
                                        + "'Fetch tags' of the Git checkout)."
                                : "make the checkout fetch tags (in Jenkins: 'Fetch tags' of the Git checkout), or tag a commit."));
        return version;
    }

    private Captured require(String... arguments) throws IOException, InterruptedException {
        Captured result = git(arguments);
        if (!result.ok()) {
            throw new IOException("git " + String.join(" ", arguments) + " failed: " + result.complaint());
        }
        return result;
    }

    private Captured git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        return Captured.run(runner, ENVIRONMENT, command);
    }
}
