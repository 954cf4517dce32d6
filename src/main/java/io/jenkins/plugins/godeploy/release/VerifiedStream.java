package io.jenkins.plugins.godeploy.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;

/** The first bytes of a stream, as many as are expected, with their sum. */
final class VerifiedStream extends FilterInputStream {
    private final DigestInputStream digested;
    private long left;

    VerifiedStream(InputStream in, long size) {
        super(new DigestInputStream(in, Digests.start()));
        this.digested = (DigestInputStream) super.in;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = super.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(n, 0);
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The archive that this is a part of is read on.
    }

    /** Reads what is left and returns the sum; that of other content if the stream had more or fewer bytes. */
    String finish() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        digested.read(); // one byte too many changes the sum
        return Digests.hex(digested.getMessageDigest().digest());
    }
}
