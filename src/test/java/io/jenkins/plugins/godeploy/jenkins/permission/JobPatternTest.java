package io.jenkins.plugins.godeploy.jenkins.permission;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import org.junit.Test;

public class JobPatternTest {
    @Test
    public void aNameIsTheJobOrAllThatIsInTheFolder() {
        assertTrue(matches("shop", "shop"));
        assertTrue(matches("shop", "shop/main"));
        assertTrue(matches("teams/shop", "teams/shop/api/main"));
        assertFalse(matches("shop", "shopping"));
        assertFalse(matches("shop", "teams/shop"));
        assertFalse(matches("shop", "Shop"));
        assertFalse(matches("shop/main", "shop"));
    }

    @Test
    public void aStarStaysInItsFolder() {
        assertTrue(matches("teams/*/shop", "teams/web/shop"));
        assertTrue(matches("shop-*", "shop-api"));
        assertFalse(matches("teams/*/shop", "teams/web/old/shop"));
        assertFalse(matches("*/shop", "shop"));
    }

    @Test
    public void twoStarsGoThroughFolders() {
        assertTrue(matches("teams/**/shop", "teams/web/old/shop"));
        assertTrue(matches("**", "anything/at/all"));
        assertFalse(matches("shop/**", "shop"));
    }

    @Test
    public void otherCharactersStandForThemselves() {
        assertTrue(matches("a.b+c (d)|e\\E", "a.b+c (d)|e\\E"));
        assertFalse(matches("a.b", "axb"));
        assertFalse(matches(".*", "shop"));
    }

    @Test
    public void whatIsNoNameIsRefused() {
        for (String bad : new String[] {"", "/shop", "shop/", "a//b", "shop\nmain"}) {
            BadInputException refused = assertThrows(bad, BadInputException.class, () -> new JobPattern(bad));
            assertEquals(
                    "'" + bad.replace('\n', '?')
                            + "' names no job; it takes the full name of a job or folder, such as shop or teams/*/shop.",
                    refused.getMessage());
        }
    }

    private static boolean matches(String pattern, String fullName) {
        return new JobPattern(pattern).matches(fullName);
    }
}
