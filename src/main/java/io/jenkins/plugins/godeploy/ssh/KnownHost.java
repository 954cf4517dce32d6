package io.jenkins.plugins.godeploy.ssh;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.Serializable;
import java.util.Base64;
import java.util.Set;

/**
 * One line of known_hosts.
 *
 * @param line its number, from 1
 * @param marker {@code @revoked}, {@code @cert-authority} or an empty string
 */
record KnownHost(int line, String marker, HostPattern pattern, HostKey key) implements Serializable {
    static final String REVOKED = "@revoked";
    static final String CERT_AUTHORITY = "@cert-authority";
    private static final Set<String> MARKERS = Set.of(REVOKED, CERT_AUTHORITY);

    /**
     * @return null for a comment or a blank line
     * @throws BadInputException if the line is neither that nor "[marker] hosts type key [comment]"
     */
    static KnownHost parse(String text, String source, int line) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return null;
        }
        String[] fields = trimmed.split("[ \\t]+");
        int first = trimmed.startsWith("@") ? 1 : 0;
        if (first == 1 && !MARKERS.contains(fields[0])) {
            throw broken(source, line, "the marker '" + fields[0] + "' is neither @revoked nor @cert-authority");
        }
        if (fields.length < first + 3) {
            throw broken(source, line, "it is not of the form 'hosts key-type base64-key'");
        }
        HostKey key;
        try {
            key = new HostKey(Base64.getDecoder().decode(fields[first + 2]));
        } catch (IllegalArgumentException e) {
            throw broken(source, line, "the key is not base64");
        }
        if (!fields[first + 1].equals(key.type())) {
            throw broken(source, line, "the key is not of the type " + fields[first + 1]);
        }
        try {
            return new KnownHost(line, first == 1 ? fields[0] : "", HostPattern.parse(fields[first]), key);
        } catch (IllegalArgumentException e) {
            throw broken(source, line, e.getMessage());
        }
    }

    private static BadInputException broken(String source, int line, String reason) {
        return new BadInputException("Line " + line + " of " + source + " cannot be read as known_hosts: " + reason
                + "; 'ssh-keyscan HOST' prints such lines.");
    }
}
