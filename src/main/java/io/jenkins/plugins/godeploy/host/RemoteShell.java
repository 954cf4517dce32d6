package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.shell.Shell;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.ssh.SshOutput;
import io.jenkins.plugins.godeploy.ssh.SshProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One long-lived {@code sh} on a host that runs a script after the other, each in a subshell of its own. A script costs
 * one round trip; the first one rides along with the command that starts the shell, so it costs no more than a plain
 * exec. What the login shell's start-up files print is passed over.
 */
final class RemoteShell implements Closeable {
    private final SshConnection connection;
    private final String hostName;
    private final String mark;
    private final ReentrantLock busy = new ReentrantLock();
    private SshProcess process;
    /** A script that did not end may still talk, and whatever comes after it would wait for its end. */
    private boolean usable = true;

    private StreamCollector stdout;
    private StreamCollector stderr;

    RemoteShell(SshConnection connection, String hostName) {
        this.connection = connection;
        this.hostName = hostName;
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        this.mark = "go-deploy-" + HexFormat.of().formatHex(nonce);
    }

    /**
     * Runs a script and waits for its end.
     *
     * @throws SshException if the connection is lost, the shell ends, or the script does not end in time; the shell is
     *     of no use afterwards
     */
    SshOutput run(String script, Duration timeout) throws SshException, InterruptedException {
        busy.lockInterruptibly();
        try {
            return exchange(script, timeout);
        } finally {
            busy.unlock();
        }
    }

    /** As {@link #run}; null at once if another script runs. */
    SshOutput runIfIdle(String script, Duration timeout) throws SshException, InterruptedException {
        if (!busy.tryLock()) {
            return null;
        }
        try {
            return exchange(script, timeout);
        } finally {
            busy.unlock();
        }
    }

    private SshOutput exchange(String script, Duration timeout) throws SshException, InterruptedException {
        if (!usable) {
            throw new SshException(
                    Reason.CONNECTION, "An earlier script did not end in time on " + hostName + ", or was lost.");
        }
        usable = false;
        if (process == null) {
            process = connection.exec("exec sh -c " + Shell.quote(framed(script) + "exec sh\n"));
            stdout = new StreamCollector(process.stdout(), "stdout of " + hostName);
            stderr = new StreamCollector(process.stderr(), "stderr of " + hostName);
        } else {
            try {
                process.stdin().write(framed(script).getBytes(StandardCharsets.UTF_8));
                process.stdin().flush();
            } catch (IOException e) {
                throw lost(e);
            }
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        await(stdout, mark + " begin\n", deadline, timeout);
        String out = await(stdout, "\n" + mark + " end ", deadline, timeout);
        String status = await(stdout, "\n", deadline, timeout);
        String err = await(stderr, "\n" + mark + " end\n", deadline, timeout);
        usable = true;
        return new SshOutput(Integer.parseInt(status), out, err);
    }

    private String framed(String script) {
        return "printf '" + mark + " begin\\n'\n(\n" + script + ") </dev/null\nprintf '\\n" + mark
                + " end %s\\n' $?; printf '\\n" + mark + " end\\n' >&2\n";
    }

    private String await(StreamCollector stream, String until, long deadline, Duration timeout)
            throws SshException, InterruptedException {
        try {
            String text = stream.takeUntil(until, deadline);
            if (text == null) {
                throw new SshException(
                        Reason.TIMEOUT,
                        hostName + " did not answer within " + timeout.toSeconds() + " s while a script ran there.");
            }
            return text;
        } catch (IOException e) {
            throw e instanceof SshException ssh ? ssh : lost(e);
        }
    }

    private SshException lost(IOException cause) {
        String said = stderr == null ? "" : stderr.rest().strip();
        return new SshException(
                Reason.CONNECTION,
                "The connection to " + hostName + " was lost while a script ran there"
                        + (said.isEmpty()
                                ? "."
                                : ": " + said.lines().reduce((a, b) -> b).orElse("")),
                cause);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
