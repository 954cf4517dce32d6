package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Runs a command on a host that reads bytes of ours. */
final class Upload {
    private static final int PIECE = 256 * 1024;

    private Upload() {}

    static RemoteShell.Output run(
            SshConnection connection,
            String command,
            InputStream bytes,
            Duration timeout,
            LongConsumer sent,
            String hostName)
            throws IOException, InterruptedException {
        try (SshProcess process = connection.exec(command)) {
            StreamCollector stdout = new StreamCollector(process.stdout(), "stdout of " + hostName);
            StreamCollector stderr = new StreamCollector(process.stderr(), "stderr of " + hostName);
            IOException broken = null;
            try (OutputStream out = process.stdin()) {
                byte[] piece = new byte[PIECE];
                long total = 0;
                int n;
                while ((n = bytes.readNBytes(piece, 0, piece.length)) > 0) {
                    out.write(piece, 0, n);
                    total += n;
                    sent.accept(total);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            } catch (SshException e) {
                throw e;
            } catch (IOException e) {
                broken = e; // the command has ended early; its report says why
            }
            int status = process.waitFor(timeout);
            String out = stdout.all(timeout);
            if (broken != null && out.isEmpty()) {
                throw new SshException(
                        SshException.Reason.CONNECTION,
                        "The connection to " + hostName + " was lost while a release was sent there.",
                        broken);
            }
            return new RemoteShell.Output(status, out, stderr.all(timeout));
        }
    }
}
