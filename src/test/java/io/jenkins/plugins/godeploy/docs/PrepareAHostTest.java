package io.jenkins.plugins.godeploy.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.testing.Command;
import io.jenkins.plugins.godeploy.testing.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** sudo and systemd take what docs/prepare-a-host.md tells an administrator to write. */
public class PrepareAHostTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void visudoTakesTheSudoers() throws Exception {
        Machine.require("visudo");
        List<String> files = Document.of("docs/prepare-a-host.md").fenced("sudoers");
        assertEquals(1, files.size());
        Path file = Files.writeString(folder.newFile("sudoers").toPath(), files.get(0));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));

        Command.run("visudo", "-c", "-f", file.toString()); // it must succeed
    }

    @Test
    public void systemdTakesTheUnits() throws Exception {
        Machine.require("systemd-analyze");
        List<String> units = Document.of("docs/prepare-a-host.md").fenced("ini");
        assertEquals(2, units.size());
        Path program = folder.newFile("shop").toPath();
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String unit : units) {
            assertTrue(unit, unit.contains("\nExecStart=/opt/shop/current/shop\n"));
            Path file = folder.getRoot().toPath().resolve("shop.service");
            Files.writeString(file, unit.replace("ExecStart=/opt/shop/current/shop", "ExecStart=" + program));

            Process analyze = new ProcessBuilder("systemd-analyze", "verify", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(analyze.getInputStream().readAllBytes());

            assertTrue(said, !said.contains("shop.service"));
        }
    }
}
