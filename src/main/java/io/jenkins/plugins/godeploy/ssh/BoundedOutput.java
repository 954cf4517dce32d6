package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a command writes, up to 1 MiB. */
final class BoundedOutput extends OutputStream {
    private static final int LIMIT = 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String name;

    /** @param name how a message calls the stream, such as "standard output of web1" */
    BoundedOutput(String name) {
        this.name = name;
    }

    @Override
    public void write(int b) throws SshException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] source, int offset, int length) throws SshException {
        if (bytes.size() + length > LIMIT) {
            throw new SshException(Reason.SESSION, "The " + name + " is longer than 1 MiB.");
        }
        bytes.write(source, offset, length);
    }

    synchronized String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
