package io.jenkins.plugins.godeploy.ssh;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/** Many bytes that no two runs of the same length share, and their sum. */
final class RandomInput extends InputStream {
    private final Random random = new Random(7);
    private final MessageDigest digest;
    private long left;

    RandomInput(long length) throws Exception {
        left = length;
        digest = MessageDigest.getInstance("SHA-256");
    }

    /** Of what was read so far. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        byte[] bytes = new byte[(int) Math.min(left, length)];
        random.nextBytes(bytes);
        digest.update(bytes);
        System.arraycopy(bytes, 0, target, offset, bytes.length);
        left -= bytes.length;
        return bytes.length;
    }
}
