package io.jenkins.plugins.godeploy.jenkins.branch;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.Test;

public class RemoteBranchTest {
    @Test
    public void theRemoteIsLeftAway() {
        assertEquals("main", RemoteBranch.parse("refs/remotes/origin/main"));
        assertEquals("main", RemoteBranch.parse("refs/remotes/upstream/main"));
        assertEquals("main", RemoteBranch.parse("origin/main"));
        assertEquals("feature/x/y", RemoteBranch.parse("origin/feature/x/y"));
    }

    @Test
    public void whatIsNoBranchOfARemoteIsUnknown() {
        assertNull(RemoteBranch.parse("detached"));
        assertNull(RemoteBranch.parse("main"));
        assertNull(RemoteBranch.parse("refs/tags/origin/main"));
        assertNull(RemoteBranch.parse("release/main"));
        assertNull(RemoteBranch.parse("refs/remotes/origin/HEAD"));
        assertNull(RemoteBranch.parse("origin/"));
    }
}
