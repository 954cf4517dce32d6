package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A command that runs, with buffered streams that can be interrupted. */
final class CommandProcess implements SshProcess {
    private final HostConnection connection;
    private final CommandSession session;
    private final Pipe stdin = new Pipe();
    private final Pipe stdout = new Pipe();
    private final Pipe stderr = new Pipe();

    CommandProcess(HostConnection connection, String command) {
        this.connection = connection;
        session = connection.session(command, stdout.sink, stderr.sink);
        session.ended().whenComplete((status, failure) -> {
            IOException reason = failure instanceof IOException e ? e : null;
            stdout.end(reason);
            stderr.end(reason);
            stdin.end(reason);
            stdin.close();
        });
    }

    void start(Duration timeout) throws SshException, InterruptedException {
        session.start(timeout);
        DaemonThreads.start("SSH input of " + connection.endpoint().label(), this::feed);
    }

    private void feed() {
        byte[] buffer = new byte[32 * 1024];
        try (OutputStream out = session.stdin()) {
            for (int n = stdin.source.read(buffer); n >= 0; n = stdin.source.read(buffer)) {
                out.write(buffer, 0, n);
                out.flush();
                connection.alive();
            }
        } catch (IOException e) {
            stdin.end(connection.explain(e));
            stdin.close();
        }
    }

    @Override
    public OutputStream stdin() {
        return stdin.sink;
    }

    @Override
    public InputStream stdout() {
        return stdout.source;
    }

    @Override
    public InputStream stderr() {
        return stderr.source;
    }

    @Override
    public int waitFor(Duration timeout) throws SshException, InterruptedException {
        return session.waitFor(timeout);
    }

    @Override
    public void close() {
        stdin.close();
        stdout.close();
        stderr.close();
        session.close();
    }
}
