package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.junit.rules.TemporaryFolder;

/** What a build says when what it is asked for cannot be done. */
public class BadBuildTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private Workspace workspace;

    @Before
    public void setUp() throws Exception {
        workspace = Workspace.tagged(folder.getRoot().toPath().resolve("w"));
    }

    @Test
    public void noGo() throws Exception {
        workspace.with("PATH", folder.newFolder("empty").toString());
        assertRefused(
                GoBuild.of("."),
                "There is no Go here: install it (https://go.dev/dl/) so that 'go' is on the PATH, or in Jenkins "
                        + "configure a Go installation or container for this build.");
    }

    @Test
    public void aGoThatCannotBuildTheModule() throws Exception {
        workspace.file("go.mod", "module example.org/shop\n\ngo 1.x\n");
        BadInputException e = refused(() -> workspace.build(GoBuild.of(".")));
        assertTrue(e.getMessage(), e.getMessage().contains("go.mod:3: invalid go version"));
    }

    @Test
    public void aGoThatIsTooOld() throws Exception {
        Path program = folder.newFolder("old").toPath().resolve("go");
        Files.writeString(program, "#!/bin/sh\nprintf 'go1.17.13\\nlinux\\namd64\\n'\n");
        assertTrue(program.toFile().setExecutable(true));
        workspace.with("PATH", program.getParent().toString());
        assertRefused(GoBuild.of("."), "Go is too old here; version 1.18 or later is needed.");
    }

    @Test
    public void notAMainPackage() throws Exception {
        workspace.file("price/price.go", "package price\n");
        assertRefused(
                GoBuild.of("./price"),
                "'./price' is package price, not a main package; name the folder whose files begin with 'package main', "
                        + "such as ./cmd/price.");
    }

    @Test
    public void noPackageAtAll() {
        BadInputException e = refused(() -> workspace.build(GoBuild.of("./nowhere")));
        assertTrue(e.getMessage(), e.getMessage().startsWith("Go cannot read the main package './nowhere': "));
    }

    @Test
    public void aCompileErrorNamesFileAndLine() throws Exception {
        workspace.file("main.go", "package main\n\nfunc main() {\n\tundefinedThing()\n}\n");
        assertRefused(
                GoBuild.builder().targets("linux/arm64", "linux/amd64").build(),
                "The program does not compile for linux/amd64: ./main.go:4:2: undefined: undefinedThing");
    }

    @Test
    public void theCompilersMessagesReachTheLogAsTheyAre() throws Exception {
        workspace.file("main.go", "package main\n\nfunc main() {\n\tone()\n\ttwo()\n}\n");
        refused(() -> workspace.build(GoBuild.builder().targets("linux/amd64").build()));
        String log = workspace.log.toString();
        assertTrue(
                log,
                log.endsWith("go build . for linux/amd64\n# example.org/shop\n"
                        + "./main.go:4:2: undefined: one\n./main.go:5:2: undefined: two\n"));
    }

    @Test
    public void aSyntaxErrorNamesFileAndLine() throws Exception {
        workspace.file("main.go", "package main\n\nfunc main( {\n}\n");
        BadInputException e = refused(() -> workspace.build(GoBuild.of(".")));
        assertTrue(e.getMessage(), e.getMessage().contains("main.go:3:12: syntax error: "));
    }

    @Test
    public void anErrorOnOneTargetOnlyNamesThatTarget() throws Exception {
        workspace.file("only_arm64.go", "package main\n\nvar x int = \"text\"\n");
        BadInputException e = refused(() -> workspace.build(
                GoBuild.builder().targets("linux/arm64", "linux/amd64").build()));
        assertTrue(
                e.getMessage(),
                e.getMessage().startsWith("The program does not compile for linux/arm64: ./only_arm64.go:3:13: "));
    }

    @Test
    public void aMissingModuleNamesFileAndLine() throws Exception {
        workspace.with("GOFLAGS", "-mod=mod").with("GOPROXY", "off");
        workspace.file("main.go", "package main\n\nimport _ \"example.org/missing\"\n\nfunc main() {}\n");
        BadInputException e = refused(() -> workspace.build(GoBuild.of(".")));
        assertTrue(e.getMessage(), e.getMessage().contains("main.go:3:8: "));
    }

    @Test
    public void aTargetThatDoesNotExistNamesTheNearest() throws Exception {
        String version = workspace.output("go", "env", "GOVERSION").trim();
        assertRefused(
                GoBuild.builder().targets("linux/amd46").build(),
                "Go (" + version + ") has no target linux/amd46; the nearest it has is linux/amd64.");
    }

    @Test
    public void aTargetThatIsNotWrittenAsOne() {
        assertEquals(
                "'linux' is not a target; it is written GOOS/GOARCH, such as linux/amd64.",
                refused(() -> GoBuild.builder().targets("linux")).getMessage());
    }

    @Test
    public void namesThatAreNone() {
        for (String name : List.of("../x", "a b", "a'b", "a\"b", "a;b", "a\nb", "n".repeat(300), "店")) {
            for (ThrowingRunnable build : List.<ThrowingRunnable>of(
                    () -> GoBuild.builder().service(name).build(),
                    () -> GoBuild.builder().version(name).build(),
                    () -> GoBuild.builder().binary(name).build())) {
                String message = refused(build).getMessage();
                assertTrue(
                        message, message.matches("The (service name|version|binary name) '.{1,80}' is not valid; .*"));
            }
        }
    }

    @Test
    public void aMainPackageWhoseNameIsNoServiceName() throws Exception {
        workspace.file("cmd/my shop/main.go", "package main\nfunc main() {}\n");
        BadInputException e = refused(() -> workspace.build(GoBuild.of("./cmd/my shop")));
        assertTrue(e.getMessage(), e.getMessage().contains("my shop"));
    }

    @Test
    public void aMainPackageThatIsAnOptionAPatternAFileOrOutside() {
        for (String main : List.of("-toolexec=x", "./...", "main.go", "../x", "/etc", "a\nb")) {
            assertEquals(
                    "The main package '" + main.replace('\n', '?')
                            + "' is not one package below the workspace; write its folder, such as ./cmd/shop.",
                    refused(() -> GoBuild.of(main)).getMessage());
        }
    }

    @Test
    public void aTagThatIsNone() {
        assertEquals(
                "The build tag 'a,-x' is not valid; it takes letters, digits, '_' and '.'.",
                refused(() -> GoBuild.builder().tags("a,-x").build()).getMessage());
    }

    @Test
    public void aVariableThatIsNone() {
        assertEquals(
                "The environment variable 'A=B' is not valid; a name takes letters, digits and '_' and does not begin "
                        + "with a digit.",
                refused(() -> GoBuild.builder().env(Map.of("A=B", "secret")).build())
                        .getMessage());
    }

    @Test
    public void valuesOfVariablesAreNotShown() {
        String shown = GoBuild.builder().env(Map.of("TOKEN", "secret")).build().toString();
        assertFalse(shown, shown.contains("secret"));
    }

    @Test
    public void aTargetAmongTheVariables() {
        assertEquals(
                "The environment variable GOOS is set for each target; name targets instead, such as linux/arm64.",
                refused(() -> GoBuild.builder().env(Map.of("GOOS", "linux")).build())
                        .getMessage());
    }

    @Test
    public void anArchiveFormatThatIsNotKnown() {
        assertEquals(
                "The archive format 'rar' is not known; it is one of tar.gz, zip, binary.",
                refused(() -> GoBuild.builder().archive("rar").build()).getMessage());
    }

    @Test
    public void extraFilesBesideABareProgram() {
        assertEquals(
                "The archive format 'binary' holds the program alone; use tar.gz or zip to ship extra files.",
                refused(() -> GoBuild.builder().archive("binary").files("x").build())
                        .getMessage());
    }

    @Test
    public void aFailedBuildLeavesTheEarlierReleaseAlone() throws Exception {
        workspace.build(GoBuild.of("."));
        byte[] before = Files.readAllBytes(workspace.path.resolve("dist/release.json"));
        refused(() -> workspace.build(GoBuild.builder().files("missing").build()));
        assertEquals(new String(before), Files.readString(workspace.path.resolve("dist/release.json")));
    }

    @Test
    public void aProgramThatIsNotWhereItIsPacked() throws Exception {
        Compiled compiled =
                GoCompiler.compile(GoBuild.builder().targets("linux/amd64").build(), workspace, workspace.log);
        Path other = folder.newFolder("other").toPath();
        IOException e = assertThrows(IOException.class, () -> ReleasePackager.pack(other, compiled));
        assertEquals(
                "The compiler left no program 'dist/.build/linux_amd64/shop' in '" + other
                        + "'; it must run in the same workspace as the packing.",
                e.getMessage());
    }

    @Test
    public void aDistThatLeadsElsewhere() throws Exception {
        Path elsewhere = folder.newFolder("elsewhere").toPath();
        Compiled compiled = GoCompiler.compile(GoBuild.of("."), workspace, workspace.log);
        Files.move(workspace.path.resolve("dist"), elsewhere.resolve("dist"));
        Files.createSymbolicLink(workspace.path.resolve("dist"), elsewhere.resolve("dist"));
        assertEquals(
                "'dist' in the workspace is not a folder; remove it, since the build makes it.",
                refused(() -> ReleasePackager.pack(workspace.path, compiled)).getMessage());
        assertFalse(Files.exists(elsewhere.resolve("dist/release.json")));
    }

    private void assertRefused(GoBuild spec, String message) {
        assertEquals(message, refused(() -> workspace.build(spec)).getMessage());
    }

    private static BadInputException refused(ThrowingRunnable build) {
        return assertThrows(BadInputException.class, build);
    }
}
