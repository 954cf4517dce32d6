package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;

/** A host written as one word: {@code web1.example.org} or {@code web1.example.org:2222}. */
public final class HostLine {
    private HostLine() {}

    /**
     * Reads the word; the host is called by its address.
     *
     * @throws BadInputException if it is not a host
     */
    public static Host parse(String text) {
        int colon = text.indexOf(':');
        if (colon != text.lastIndexOf(':')) {
            throw new BadInputException("'" + Printable.shortened(text)
                    + "' looks like an IPv6 address; such a host needs a name of its own, as in"
                    + " {name: web1, address: '2001:db8::1', port: 22}.");
        }
        if (colon < 0) {
            return new Host(text, text, Host.SSH_PORT);
        }
        String address = text.substring(0, colon);
        String port = text.substring(colon + 1);
        if (!port.matches("[1-9][0-9]{0,4}")) {
            throw new BadInputException("Host " + Printable.shortened(address) + ": '" + Printable.shortened(port)
                    + "' is not a port; it takes 1 to 65535, as in web1.example.org:2222.");
        }
        return new Host(address, address, Integer.parseInt(port));
    }
}
