package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Test;

public class InParallelTest {
    @Test
    public void resultsComeInTheOrderOfTheJobs() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        assertEquals(
                List.of("first", "second"),
                InParallel.run(
                        2,
                        List.of(
                                () -> {
                                    second.await();
                                    return "first";
                                },
                                () -> {
                                    second.countDown();
                                    return "second";
                                })));
    }

    @Test
    public void aFailureInterruptsTheOthersAndWaitsForThem() {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        IOException e = assertThrows(
                IOException.class,
                () -> InParallel.run(
                        2,
                        List.of(
                                () -> {
                                    running.countDown();
                                    try {
                                        new CountDownLatch(1).await();
                                    } finally {
                                        ended.set(true);
                                    }
                                    return "never";
                                },
                                () -> {
                                    running.await();
                                    throw new IOException("broken");
                                })));
        assertEquals("broken", e.getMessage());
        assertTrue(ended.get());
    }
}
