package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A command that runs to its end while its input is fed and its outputs are collected. */
final class CommandRun {
    private static final int CHUNK = 64 * 1024;

    private final HostConnection connection;
    private final CommandSession session;
    private final BoundedOutput stdout;
    private final BoundedOutput stderr;
    private final Duration timeout;
    private final long deadline;
    private volatile IOException inputFailure;

    CommandRun(HostConnection connection, String command, Duration timeout) {
        String host = connection.endpoint().label();
        this.connection = connection;
        this.timeout = timeout;
        deadline = System.nanoTime() + timeout.toNanos();
        stdout = new BoundedOutput("standard output of a command on " + host);
        stderr = new BoundedOutput("standard error of a command on " + host);
        session = connection.session(command, stdout, stderr);
    }

    SshOutput run(InputStream stdin, LongConsumer bytesSent) throws IOException, InterruptedException {
        session.start(timeout);
        Thread feeder =
                DaemonThreads.start("SSH input of " + connection.endpoint().label(), () -> feed(stdin, bytesSent));
        try {
            int status = session.waitFor(Duration.ofNanos(deadline - System.nanoTime()), timeout);
            if (inputFailure != null) {
                throw inputFailure;
            }
            return new SshOutput(status, stdout.text(), stderr.text());
        } catch (SshException e) {
            if (inputFailure != null) {
                throw inputFailure;
            }
            throw e;
        } finally {
            session.close();
            feeder.interrupt();
        }
    }

    private void feed(InputStream stdin, LongConsumer bytesSent) {
        try (OutputStream out = session.stdin()) {
            byte[] buffer = new byte[CHUNK];
            long sent = 0;
            for (int n = read(stdin, buffer); n >= 0; n = read(stdin, buffer)) {
                out.write(buffer, 0, n);
                out.flush();
                connection.alive();
                sent += n;
                if (bytesSent != null) {
                    bytesSent.accept(sent);
                }
            }
        } catch (IOException e) {
            // The command has closed its input, or the channel is gone; how the command ended tells which.
        }
    }

    private int read(InputStream stdin, byte[] buffer) throws IOException {
        if (stdin == null) {
            return -1;
        }
        try {
            return stdin.read(buffer);
        } catch (IOException e) {
            inputFailure = e;
            session.close();
            throw e;
        }
    }
}
