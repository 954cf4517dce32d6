package io.jenkins.plugins.godeploy.ssh;

import static io.jenkins.plugins.godeploy.ssh.Sentences.assertSays;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.testing.Sshd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

/** What a connection does, whoever makes it. */
public abstract class SshClientContract extends SshTestBase {
    private static final int MIB = 1024 * 1024;

    @Test
    public void commandsWriteToTwoOutputsAndHaveAStatus() throws Exception {
        SshOutput output = connect().run("echo to-stdout; echo to-stderr >&2; exit 3", null, LONG, null);
        assertEquals(new SshOutput(3, "to-stdout\n", "to-stderr\n"), output);
    }

    @Test
    public void commandsAndOutputsAreUtf8() throws Exception {
        assertEquals(
                "Grüße, 世界\n",
                connect().run("echo 'Grüße, 世界'", null, LONG, null).stdout());
    }

    @Test
    public void commandMayBeLong() throws Exception {
        String command = ": " + "x".repeat(100_000) + "; echo end";
        assertEquals("end\n", connect().run(command, null, LONG, null).stdout());
    }

    @Test
    public void highestStatusIsKept() throws Exception {
        assertEquals(255, connect().run("exit 255", null, LONG, null).status());
    }

    @Test
    public void signalCountsAsMinusOne() throws Exception {
        assertEquals(-1, connect().run("kill -9 $$", null, LONG, null).status());
    }

    @Test
    public void commandReadsAllThatItIsFed() throws Exception {
        byte[] input = "line\n".repeat(3).getBytes(StandardCharsets.UTF_8);
        SshOutput output = connect().run("cat", new ByteArrayInputStream(input), LONG, null);
        assertEquals("line\nline\nline\n", output.stdout());
    }

    @Test
    public void largeInputArrivesWholeWhileMuchIsWrittenToStderr() throws Exception {
        RandomInput input = new RandomInput(50L * MIB);
        AtomicLong written = new AtomicLong();
        try (SshProcess process = connect().exec("head -c 20000000 /dev/zero >&2 & sha256sum; wait")) {
            Thread errors = DaemonThreads.start("test", () -> written.set(count(process.stderr())));
            try (OutputStream stdin = process.stdin()) {
                input.transferTo(stdin);
            }
            String sum = new String(process.stdout().readAllBytes(), StandardCharsets.UTF_8);
            errors.join(LONG.toMillis());
            assertEquals(input.sha256() + "  -\n", sum);
        }
        assertEquals(20_000_000, written.get());
    }

    private static long count(InputStream stream) {
        try {
            return stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    public void progressIsToldUpToTheLastByte() throws Exception {
        AtomicLong last = new AtomicLong();
        connect().run("cat > /dev/null", new RandomInput(MIB), LONG, last::set);
        assertEquals(MIB, last.get());
    }

    @Test
    public void everyByteComesBackAsItWas() throws Exception {
        byte[] all = new byte[256 * 256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31 + i / 256);
        }
        try (SshProcess process = connect().exec("cat")) {
            try (OutputStream stdin = process.stdin()) {
                stdin.write(all);
            }
            assertArrayEquals(all, process.stdout().readAllBytes());
            assertEquals(0, process.waitFor(LONG));
        }
    }

    @Test
    public void commandMayEndBeforeItHasReadItsInput() throws Exception {
        SshOutput output = connect().run("echo no >&2; exit 4", new RandomInput(8L * MIB), LONG, null);
        assertEquals(new SshOutput(4, "", "no\n"), output);
    }

    @Test
    public void outputBeyondOneMebibyteIsAnErrorThatLeavesTheConnection() throws Exception {
        SshConnection connection = connect();
        SshException e =
                assertThrows(SshException.class, () -> connection.run("head -c 2000000 /dev/zero", null, LONG, null));
        assertSays(Reason.SESSION, e, "web1", "standard output", "1 MiB");
        assertEquals(0, connection.run("true", null, LONG, null).status());
    }

    @Test
    public void commandThatDoesNotEndInTimeIsAnErrorThatLeavesTheConnection() throws Exception {
        SshConnection connection = connect();
        SshException e =
                assertThrows(SshException.class, () -> connection.run("sleep 600", null, Duration.ofSeconds(1), null));
        assertSays(Reason.TIMEOUT, e, "web1 (127.0.0.1:" + sshd.port() + ")", "within 1 s");
        assertEquals(0, connection.run("true", null, LONG, null).status());
    }

    @Test
    public void commandThatStopsReadingEndsWithTheTimeout() throws Exception {
        SshConnection connection = connect();
        SshException e = assertThrows(
                SshException.class,
                () -> connection.run("sleep 600", new RandomInput(8L * MIB), Duration.ofSeconds(2), null));
        assertEquals(Reason.TIMEOUT, e.reason());
    }

    @Test
    public void interruptEndsARun() throws Exception {
        SshConnection connection = connect();
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<SshOutput> run = new FutureTask<>(
                () -> connection.run("sleep 600", new RandomInput(1), LONG, sent -> started.countDown()));
        Thread thread = DaemonThreads.start("test", run);
        assertTrue(started.await(60, TimeUnit.SECONDS));
        thread.interrupt();
        Exception e = assertThrows(Exception.class, () -> run.get(60, TimeUnit.SECONDS));
        assertEquals(InterruptedException.class, e.getCause().getClass());
    }

    @Test
    public void interruptEndsAReadAndIsNotSwallowed() throws Exception {
        SshProcess process = closeLater(connect().exec("sleep 600"));
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = DaemonThreads.start("test", () -> {
            try {
                process.stdout().read();
            } catch (InterruptedIOException e) {
                flag.complete(Thread.currentThread().isInterrupted());
            } catch (IOException e) {
                flag.completeExceptionally(e);
            }
        });
        thread.interrupt();
        assertTrue(flag.get(60, TimeUnit.SECONDS));
    }

    @Test
    public void failureToReadTheInputIsToldAsItIs() throws Exception {
        IOException broken = new IOException("the disk is gone");
        InputStream input = new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        };
        SshConnection connection = connect();
        assertSame(broken, assertThrows(IOException.class, () -> connection.run("cat", input, LONG, null)));
    }

    @Test
    public void manyThreadsShareAConnection() throws Exception {
        SshConnection connection = connect();
        List<FutureTask<SshOutput>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String command = "cat; echo " + i;
            runs.add(new FutureTask<>(() -> connection.run(command, new RandomInput(100), LONG, null)));
            DaemonThreads.start("test", runs.get(i));
        }
        for (int i = 0; i < 8; i++) {
            assertTrue(runs.get(i).get(60, TimeUnit.SECONDS).stdout().endsWith(i + "\n"));
        }
    }

    @Test
    public void oneSessionTooManyIsRefusedInASentence() throws Exception {
        Sshd narrow = server("MaxSessions 1");
        SshConnection connection = connect(narrow);
        closeLater(connection.exec("sleep 600"));
        SshException e = assertThrows(SshException.class, () -> connection.exec("true"));
        assertSays(Reason.SESSION, e, "web1", "MaxSessions");
    }

    @Test
    public void thirtyHostsAtOnce() throws Exception {
        List<FutureTask<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            FutureTask<Integer> task = new FutureTask<>(() ->
                    connect().run("cat", new RandomInput(100_000), LONG, null).status());
            all.add(task);
            DaemonThreads.start("test", task);
        }
        for (FutureTask<Integer> task : all) {
            assertEquals(0, (int) task.get(120, TimeUnit.SECONDS));
        }
    }

    @Test
    public void closingTellsThoseWhoWait() throws Exception {
        SshConnection connection = connect();
        SshProcess process = connection.exec("sleep 600");
        connection.close();
        SshException e = assertThrows(SshException.class, () -> process.waitFor(LONG));
        assertSays(Reason.CONNECTION, e, "web1", "closed");
    }

    @Test
    public void nothingRunsOnAClosedConnection() throws Exception {
        SshConnection connection = connect();
        connection.close();
        SshException e = assertThrows(SshException.class, () -> connection.run("true", null, LONG, null));
        assertSays(Reason.CONNECTION, e, "web1", "closed");
    }

    @Test
    public void keysMayBeExchangedAgainWhileBytesAreSent() throws Exception {
        RandomInput input = new RandomInput(20L * MIB);
        SshOutput output = connect(server("RekeyLimit 2M")).run("sha256sum", input, LONG, null);
        assertEquals(input.sha256() + "  -\n", output.stdout());
    }

    @Test
    public void bannerDoesNotDisturb() throws Exception {
        Sshd talkative = server("Banner /etc/passwd");
        assertEquals("", connect(talkative).run("true", null, LONG, null).stdout());
    }
}
