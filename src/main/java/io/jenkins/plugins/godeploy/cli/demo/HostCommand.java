package io.jenkins.plugins.godeploy.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** One process for one exec request. The end of the channel ends its standard input and leaves the process alone. */
final class HostCommand implements Command {
    private final ProcessBuilder builder;
    private InputStream in;
    private OutputStream out;
    private OutputStream err;
    private ExitCallback callback;

    HostCommand(ProcessBuilder builder) {
        this.builder = builder;
    }

    @Override
    public void setInputStream(InputStream stream) {
        in = stream;
    }

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        callback = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        Process process = builder.start();
        thread("stdin", () -> {
            try (OutputStream to = process.getOutputStream()) {
                move(in, to);
            }
        });
        Thread stdout = thread("stdout", () -> move(process.getInputStream(), out));
        Thread stderr = thread("stderr", () -> move(process.getErrorStream(), err));
        thread("exit", () -> {
            int status = process.waitFor();
            stdout.join();
            stderr.join();
            callback.onExit(status);
        });
    }

    @Override
    public void destroy(ChannelSession channel) throws IOException {
        in.close();
    }

    private static void move(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[32 * 1024];
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            to.write(buffer, 0, n);
            to.flush();
        }
    }

    private static Thread thread(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The process or the channel has ended, and nobody is left to tell.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "demo host " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
