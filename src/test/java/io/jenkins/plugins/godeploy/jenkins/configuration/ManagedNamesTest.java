package io.jenkins.plugins.godeploy.jenkins.configuration;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ManagedNamesTest {
    private record Named(String name, String service) implements ManagedNames.Entry {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getService() {
            return service;
        }
    }

    private static final Named EVERY = new Named("production", null);
    private static final Named SHOP = new Named("production", "shop");

    @Test
    public void theEntryOfTheServiceWinsOverTheOneForEvery() {
        assertEquals(SHOP, ManagedNames.choose(List.of(EVERY, SHOP), "production", "shop"));
        assertEquals(EVERY, ManagedNames.choose(List.of(EVERY, SHOP), "production", "blog"));
    }

    @Test
    public void aNameForOtherServicesAloneIsRefused() {
        assertRefused(
                "Environment production is an administrator's, in Jenkins itself, and for shop alone, not for blog; ask"
                        + " an administrator for one, or choose a name of your own.",
                () -> ManagedNames.choose(List.of(SHOP), "production", "blog"));
    }

    @Test
    public void aTakenNameIsTakenHoweverItIsWritten() {
        assertTrue(ManagedNames.isTaken(List.of(SHOP), "production"));
        assertFalse(ManagedNames.isTaken(List.of(SHOP), "staging"));
        assertRefused(
                "There is no environment 'Production' beside production, which an administrator has defined in Jenkins;"
                        + " write it so, or choose another name.",
                () -> ManagedNames.isTaken(List.of(SHOP), "Production"));
    }

    @Test
    public void twoEntriesForTheSameAreRefused() {
        ManagedNames.requireDistinct(List.of(EVERY, SHOP, new Named("production", "blog"), new Named("test", "shop")));
        assertRefused(
                "Environment production is there twice for the service shop; leave one away.",
                () -> ManagedNames.requireDistinct(List.of(SHOP, EVERY, SHOP)));
        assertRefused(
                "Environment production is there twice for every service; leave one away.",
                () -> ManagedNames.requireDistinct(List.of(EVERY, EVERY)));
        assertRefused(
                "The environments production and PRODUCTION differ in capitals alone; write them the same.",
                () -> ManagedNames.requireDistinct(List.of(SHOP, new Named("PRODUCTION", "blog"))));
    }

    private static void assertRefused(String sentence, ThrowingRunnable what) {
        assertEquals(sentence, assertThrows(BadInputException.class, what).getMessage());
    }
}
