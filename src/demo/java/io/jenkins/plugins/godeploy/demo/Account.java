package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A user of Jenkins with a password. */
public record Account(String user, String password) {
    /** Nobody in particular. */
    public static final Account ANONYMOUS = new Account(null, null);

    private static final int RANDOM_BYTES = 18;

    /** Makes a password that nobody knows yet. */
    public static Account create(String user) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new Account(user, Base64.getUrlEncoder().encodeToString(random));
    }

    /** @param file its first line is {@code user:password} */
    public static Account read(Path file) throws IOException {
        String line = Files.readAllLines(file).stream().findFirst().orElse("");
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IOException("The first line of " + file + " is not user:password.");
        }
        return new Account(line.substring(0, colon), line.substring(colon + 1));
    }

    /** Writes what {@link #read} reads, for the owner's eyes only. */
    public void write(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, user + ":" + password + "\n");
    }

    /** Value of the header Authorization. */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
