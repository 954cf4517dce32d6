package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.release.ArtifactFiles;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.ReleaseFolder;
import io.jenkins.plugins.godeploy.release.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class GoBuilderTest {
    private static final String[] FOUR = {"linux/amd64", "linux/arm64", "windows/amd64", "darwin/arm64"};

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void theProgramTellsItsVersionItsCommitAndTheCommitsTime() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.of("."));
        String commit = workspace.output("git", "rev-parse", "HEAD").trim();
        assertEquals("1.2.0 " + commit + " " + Workspace.COMMIT_DATE + "\n", run(workspace, "shop"));
    }

    @Test
    public void theReleaseNamesTheModulesThatTheProgramIsBuiltOf() throws Exception {
        Workspace workspace = workspace()
                .file("go.mod", """
                        module example.org/shop

                        go 1.19

                        require example.org/money v1.4.0

                        replace example.org/money => ./money
                        """)
                .file("money/go.mod", "module example.org/money\n")
                .file("money/money.go", "package money\n")
                .file("uses.go", "package main\n\nimport _ \"example.org/money\"\n");

        assertEquals(
                Map.of("example.org/money", "./money"),
                workspace.build(GoBuild.of(".")).modules());
    }

    @Test
    public void makesAnArchiveForEachTargetNamedAsGoReleaserDoes() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.builder().targets(FOUR).build());
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "release.json",
                        "shop_1.2.0_darwin_arm64.tar.gz",
                        "shop_1.2.0_linux_amd64.tar.gz",
                        "shop_1.2.0_linux_arm64.tar.gz",
                        "shop_1.2.0_windows_amd64.tar.gz"),
                dist(workspace));
    }

    @Test
    public void eachArchiveHoldsAProgramForItsTarget() throws Exception {
        Workspace workspace = workspace();
        Release release = workspace.build(GoBuild.builder().targets(FOUR).build());
        List<String> kinds = new ArrayList<>();
        for (var artifact : release.artifacts()) {
            ArtifactFiles.read(workspace.path.resolve("dist"), artifact, (file, content) -> {
                byte[] head = content.readNBytes(20);
                kinds.add(file.path() + " " + file.mode() + " " + (head[0] & 0xff) + " " + (head[18] & 0xff));
            });
        }
        // ELF begins with 127 and has the machine at offset 18: 62 is x86-64, 183 AArch64. Mach-O begins with 207, PE
        // with M.
        assertEquals(
                List.of("shop 0755 207 0", "shop 0755 127 62", "shop 0755 127 183", "shop.exe 0755 77 0"),
                kinds.stream()
                        .map(kind -> kind.replaceAll("^(\\S+ \\S+ (?:207|77)) \\d+", "$1 0"))
                        .toList());
    }

    @Test
    public void sha256sumAcceptsTheSums() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.of("."));
        assertEquals(
                "release.json: OK\nshop_1.2.0_" + hostTarget(workspace) + ".tar.gz: OK\n",
                workspace.output("sh", "-c", "cd dist && sha256sum --strict -c SHA256SUMS"));
    }

    @Test
    public void whatWasBuiltIsWhatIsLoaded() throws Exception {
        Workspace workspace = workspace();
        Release release = workspace.build(GoBuild.of("."));
        assertEquals(release, ReleaseFolder.load(workspace.path.resolve("dist")));
    }

    @Test
    public void equalSourcesInDifferentFoldersGiveEqualBytes() throws Exception {
        Workspace one = Workspace.tagged(folder.getRoot().toPath().resolve("one"));
        Workspace two = Workspace.tagged(folder.getRoot().toPath().resolve("else/where"));
        GoBuild spec = GoBuild.builder().targets("linux/amd64", "windows/amd64").build();
        assertEquals(one.build(spec).id(), two.build(spec).id());
        for (String name : dist(one)) {
            assertArrayEquals(
                    name,
                    Files.readAllBytes(one.path.resolve("dist").resolve(name)),
                    Files.readAllBytes(two.path.resolve("dist").resolve(name)));
        }
    }

    @Test
    public void buildingAgainGivesTheSameRelease() throws Exception {
        Workspace workspace = workspace();
        Release first = workspace.build(GoBuild.builder().archive("zip").build());
        assertEquals(first, workspace.build(GoBuild.builder().archive("zip").build()));
    }

    @Test
    public void removesWhatAnEarlierBuildLeftAndNothingElse() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.builder().version("0.9").targets("linux/amd64").build());
        workspace.file("dist/notes.txt", "mine").file("dist/shop_0.8_linux_amd64.tar.gz", "not in release.json");
        workspace.build(GoBuild.builder().targets("linux/amd64").build());
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "notes.txt",
                        "release.json",
                        "shop_0.8_linux_amd64.tar.gz",
                        "shop_1.2.0_linux_amd64.tar.gz"),
                dist(workspace));
    }

    @Test
    public void zipArchivesAreListedByUnzip() throws Exception {
        Workspace workspace = workspace();
        workspace.build(
                GoBuild.builder().archive("zip").targets("windows/amd64").build());
        assertEquals("shop.exe\n", workspace.output("unzip", "-Z1", "dist/shop_1.2.0_windows_amd64.zip"));
    }

    @Test
    public void theBareProgramRuns() throws Exception {
        Workspace workspace = workspace();
        Release release = workspace.build(GoBuild.builder().archive("binary").build());
        Path program = workspace
                .path
                .resolve("dist")
                .resolve(release.artifacts().get(0).name());
        assertTrue(program.toFile().setExecutable(true));
        assertEquals("1.2.0", workspace.output(program.toString()).split(" ")[0]);
    }

    @Test
    public void namesComeFromTheMainPackage() throws Exception {
        Workspace workspace = workspace();
        workspace.file("cmd/till/main.go", "package main\nfunc main() {}\n").commit();
        Release release = workspace.build(GoBuild.of("./cmd/till"));
        assertEquals(
                "till till example.org/shop",
                release.service() + " " + release.artifacts().get(0).binary() + " " + release.module());
    }

    @Test
    public void aMajorVersionInTheModulesPathIsNotItsName() throws Exception {
        Workspace workspace = workspace();
        workspace.file("go.mod", "module example.org/shop/v2\n\ngo 1.19\n").commit();
        assertEquals("shop", workspace.build(GoBuild.of(".")).artifacts().get(0).binary());
    }

    @Test
    public void namesThatAreGivenWin() throws Exception {
        Workspace workspace = workspace();
        Release release = workspace.build(
                GoBuild.builder().service("store").binary("stored").version("7").build());
        assertEquals(
                "store 7 stored",
                release.service() + " " + release.version() + " "
                        + release.artifacts().get(0).binary());
    }

    @Test
    public void ldflagsAreATemplateWithTheQuotingOfGo() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.builder()
                .ldflags("-X 'main.version={{ .Binary }} {{.Version}} on {{.Os}}' -X main.commit={{ .ShortCommit }}"
                        + " -X main.date={{ .CommitTimestamp }}")
                .build());
        String commit = workspace.output("git", "rev-parse", "HEAD").substring(0, 7);
        assertEquals("shop 1.2.0 on linux " + commit + " 1769860800\n", run(workspace, "shop"));
    }

    @Test
    public void tagsChooseFiles() throws Exception {
        Workspace workspace = workspace();
        workspace
                .file(
                        "special.go",
                        "//go:build special\n\npackage main\n\nfunc init() { commit = \"special\"; date = \"\" }\n")
                .commit();
        workspace.build(GoBuild.builder().version("1").tags("other", "special").build());
        assertEquals("1 special \n", run(workspace, "shop"));
    }

    @Test
    public void variablesReachTheCompiler() throws Exception {
        Workspace workspace = workspace();
        workspace.build(GoBuild.builder().env(Map.of("GOFLAGS", "-x")).build());
        assertTrue(workspace.log.toString(), workspace.log.toString().contains("\nWORK="));
    }

    @Test
    public void aProgramWithoutACommitKeepsItsOwnStamps() throws Exception {
        Workspace workspace = Workspace.withModule(folder.getRoot().toPath().resolve("w"));
        workspace.build(GoBuild.builder().version("1").build());
        assertEquals("1 unset unset\n", run(workspace, "shop"));
    }

    @Test
    public void messagesOfTargetsThatAreCompiledAtOnceStayTogether() throws Exception {
        Workspace workspace = workspace();
        workspace.build(
                GoBuild.builder().env(Map.of("GOFLAGS", "-x")).targets(FOUR).build());
        String log = workspace.log.toString();
        List<String> blocks =
                Stream.of(log.split("(?m)^go build \\. for ")).skip(1).toList();
        assertEquals(
                List.of("darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64"),
                blocks.stream()
                        .map(block -> block.lines().findFirst().orElse(""))
                        .sorted()
                        .toList());
        assertTrue(
                log,
                blocks.stream()
                        .allMatch(block -> block.matches("(?s)\\S+\nWORK=(\\S+)\n(?!.*\nWORK=).*rm -rf? \\S+\n")));
    }

    @Test
    public void whatTravelsBetweenTheTwoHalvesIsSerializable() throws Exception {
        Workspace workspace = workspace();
        Compiled compiled = GoCompiler.compile(GoBuild.of("."), workspace, workspace.log);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(compiled);
            out.writeObject(
                    GoBuild.builder().targets(FOUR).env(Map.of("A", "b")).build());
            out.writeObject(ReleasePackager.pack(workspace.path, compiled));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(compiled, in.readObject());
            assertEquals(GoBuild.builder().targets(FOUR).env(Map.of("A", "b")).build(), in.readObject());
            assertEquals(compiled.version(), ((Release) in.readObject()).version());
        }
    }

    @Test
    public void theReleaseSaysWhereItComesFrom() throws Exception {
        Workspace workspace = workspace();
        Release release = workspace.build(GoBuild.of("."));
        assertEquals(workspace.output("go", "env", "GOVERSION").trim(), release.goVersion());
        assertEquals(
                workspace.output("git", "rev-parse", "HEAD").trim(),
                release.source().commit());
        assertEquals("main", release.source().branch());
    }

    private Workspace workspace() throws Exception {
        return Workspace.tagged(folder.getRoot().toPath().resolve("w"));
    }

    private static List<String> dist(Workspace workspace) throws Exception {
        try (Stream<Path> files = Files.list(workspace.path.resolve("dist"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Unpacks the only archive of the host's own target with tar and runs the program in it. */
    private static String run(Workspace workspace, String program) throws Exception {
        workspace.output("sh", "-c", "mkdir -p out && tar -xzf dist/*.tar.gz -C out");
        return workspace.output("out/" + program);
    }

    private static String hostTarget(Workspace workspace) throws Exception {
        List<String> words =
                workspace.output("go", "env", "GOOS", "GOARCH").lines().toList();
        return new Target(words.get(0), words.get(1)).toString().replace('/', '_');
    }
}
