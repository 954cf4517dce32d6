package io.jenkins.plugins.godeploy.ssh;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;

/** Checks what is said about a failure. */
final class Sentences {
    private Sentences() {}

    /** One line that ends with a full stop and holds the words. */
    static void assertSays(Exception e, String... words) {
        String message = e.getMessage();
        assertFalse(message, message.contains("\n"));
        assertFalse(message, message.contains("null"));
        assertTrue(message, message.endsWith("."));
        for (String word : words) {
            assertThat(message, containsString(word));
        }
    }

    static void assertSays(Reason reason, SshException e, String... words) {
        assertEquals(e.getMessage(), reason, e.reason());
        assertSays(e, words);
    }
}
