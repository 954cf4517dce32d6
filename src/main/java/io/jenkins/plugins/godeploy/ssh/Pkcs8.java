package io.jenkins.plugins.godeploy.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Private keys in the PKCS#8 form (RFC 5208, RFC 5958) that {@code openssl genpkey} and {@code ssh-keygen -m PKCS8}
 * write. Trilead reads none, so they are turned into the forms of PKCS#1, SEC 1 and OpenSSH.
 */
final class Pkcs8 {
    private static final String RSA = "2a864886f70d010101";
    private static final String EC = "2a8648ce3d0201";
    private static final String ED25519 = "2b6570";
    private static final int INTEGER = 0x02;
    private static final int OID = 0x06;
    private static final int PARAMETERS = 0xa0;
    private static final int PUBLIC_KEY = 0xa1;

    private Pkcs8() {}

    /** @throws GeneralSecurityException if the passphrase is wrong or the way of encryption unknown */
    static byte[] decrypt(byte[] encrypted, char[] passphrase) throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
        AlgorithmParameters parameters = info.getAlgParameters();
        // The JDK names PBES2 only in what its parameters print: PBEWithHmacSHA256AndAES_256.
        String algorithm = String.valueOf(parameters).startsWith("PBE") ? parameters.toString() : info.getAlgName();
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(spec), parameters);
            return info.getKeySpec(cipher).getEncoded();
        } finally {
            spec.clearPassword();
        }
    }

    /**
     * @return text that Trilead reads
     * @throws IllegalArgumentException if the key is damaged or of a kind that is not supported
     */
    static char[] convert(byte[] pkcs8) {
        ByteBuffer info = Der.read(ByteBuffer.wrap(pkcs8), Der.SEQUENCE);
        Der.read(info, INTEGER);
        ByteBuffer algorithm = Der.read(info, Der.SEQUENCE);
        ByteBuffer key = Der.read(info, Der.OCTETS);
        String oid = HexFormat.of().formatHex(Der.bytes(Der.read(algorithm, OID)));
        return switch (oid) {
            case RSA -> pem("RSA PRIVATE KEY", Der.bytes(key));
            case EC -> pem("EC PRIVATE KEY", withCurve(key, Der.bytes(algorithm)));
            case ED25519 -> pem("OPENSSH PRIVATE KEY", openSsh(Der.bytes(Der.read(key, Der.OCTETS))));
            default -> throw new IllegalArgumentException("The key is neither RSA nor ECDSA nor Ed25519.");
        };
    }

    /** SEC 1 names the curve inside, PKCS#8 outside. */
    private static byte[] withCurve(ByteBuffer key, byte[] curve) {
        ByteBuffer parts = Der.read(key, Der.SEQUENCE);
        byte[] version = Der.bytes(Der.read(parts, INTEGER));
        byte[] secret = Der.bytes(Der.read(parts, Der.OCTETS));
        if (parts.hasRemaining() && (parts.get(parts.position()) & 0xff) == PARAMETERS) {
            Der.read(parts, PARAMETERS);
        }
        byte[] point = Der.bytes(Der.read(parts, PUBLIC_KEY));
        return Der.write(
                Der.SEQUENCE,
                Der.write(INTEGER, version),
                Der.write(Der.OCTETS, secret),
                Der.write(PARAMETERS, curve),
                Der.write(PUBLIC_KEY, point));
    }

    /** The format of OpenSSH's PROTOCOL.key, without encryption. */
    private static byte[] openSsh(byte[] seed) {
        byte[] type = "ssh-ed25519".getBytes(US_ASCII);
        byte[] none = "none".getBytes(US_ASCII);
        byte[] point = ed25519Point(seed);
        byte[] secret = Arrays.copyOf(seed, 64);
        System.arraycopy(point, 0, secret, 32, 32);
        byte[] check = new byte[8];
        byte[] section = concat(check, field(type), field(point), field(secret), field(new byte[0]));
        byte[] padding = new byte[-section.length & 7];
        for (int i = 0; i < padding.length; i++) {
            padding[i] = (byte) (i + 1);
        }
        return concat(
                "openssh-key-v1\0".getBytes(US_ASCII),
                field(none),
                field(none),
                field(new byte[0]),
                new byte[] {0, 0, 0, 1},
                field(concat(field(type), field(point))),
                field(concat(section, padding)));
    }

    /** The JDK derives a public key only while it makes a pair, from the random bytes that become the seed. */
    private static byte[] ed25519Point(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            var point = ((EdECPublicKey) generator.generateKeyPair().getPublic()).getPoint();
            byte[] bigEndian = point.getY().toByteArray();
            byte[] encoded = new byte[32];
            for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
                encoded[i] = bigEndian[bigEndian.length - 1 - i];
            }
            if (point.isXOdd()) {
                encoded[31] |= (byte) 0x80;
            }
            return encoded;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] field(byte[] bytes) {
        return concat(ByteBuffer.allocate(4).putInt(bytes.length).array(), bytes);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static char[] pem(String label, byte[] der) {
        byte[] base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(der);
        Arrays.fill(der, (byte) 0);
        char[] head = ("-----BEGIN " + label + "-----\n").toCharArray();
        char[] tail = ("\n-----END " + label + "-----\n").toCharArray();
        char[] text = Arrays.copyOf(head, head.length + base64.length + tail.length);
        for (int i = 0; i < base64.length; i++) {
            text[head.length + i] = (char) base64[i];
        }
        System.arraycopy(tail, 0, text, head.length + base64.length, tail.length);
        Arrays.fill(base64, (byte) 0);
        return text;
    }
}
