package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.process.ProgramNotFoundException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MachineTest {
    private static final long GIB = 1L << 30;

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void compilesAsManyTargetsAsThereAreCores() {
        assertEquals(4, new Machine(4, 64 * GIB).parallel(13));
    }

    @Test
    public void compilesNoMoreTargetsThanThereAre() {
        assertEquals(3, new Machine(8, 64 * GIB).parallel(3));
    }

    @Test
    public void compilesNoMoreTargetsThanFitIntoTheMemory() {
        assertEquals(2, new Machine(8, 3 * GIB - 1).parallel(13));
    }

    @Test
    public void compilesOneTargetHoweverLittleMemoryThereIs() {
        assertEquals(1, new Machine(8, GIB / 4).parallel(13));
    }

    @Test
    public void seesWhatThisMachineHas() throws Exception {
        Workspace workspace = Workspace.empty(folder.getRoot().toPath());
        Machine machine = Machine.look(workspace);
        assertEquals(workspace.output("nproc").trim(), "" + machine.cores());
        assertTrue("" + machine, machine.freeMemory() > 0 && machine.freeMemory() < 1L << 50);
    }

    @Test
    public void aMachineThatTellsNothingCompilesOneTargetAtATime() throws Exception {
        Machine machine = Machine.look((command, environment, directory, out, err) -> {
            throw new ProgramNotFoundException(command.get(0), null);
        });
        assertEquals(1, machine.parallel(13));
    }
}
