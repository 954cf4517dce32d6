package io.jenkins.plugins.godeploy.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** As much of DER (ITU-T X.690) as private keys need. */
final class Der {
    static final int OCTETS = 0x04;
    static final int SEQUENCE = 0x30;

    private Der() {}

    /**
     * Reads the next element's contents and passes over it.
     *
     * @throws IllegalArgumentException if there is none with that tag
     */
    static ByteBuffer read(ByteBuffer in, int tag) {
        try {
            if ((in.get() & 0xff) != tag) {
                throw new IllegalArgumentException("The key's structure is not the expected one.");
            }
            int length = in.get() & 0xff;
            if (length > 0x80) {
                int bytes = length & 0x7f;
                length = 0;
                for (int i = 0; i < bytes; i++) {
                    length = Math.addExact(Math.multiplyExact(length, 256), in.get() & 0xff);
                }
            }
            ByteBuffer contents = in.slice(in.position(), length);
            in.position(in.position() + length);
            return contents;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IllegalArgumentException("The key ends too early.", e);
        }
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static byte[] write(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] part : contents) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        for (byte[] part : contents) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
