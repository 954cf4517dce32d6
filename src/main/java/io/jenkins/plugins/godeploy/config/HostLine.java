package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;

/**
 * A host written as one word: {@code web1.example.org}, {@code web1.example.org:2222}, or with a name of its own, as in
 * {@code web2=10.0.0.2:2222} and {@code web3=[2001:db8::3]:22}.
 */
public final class HostLine {
    private HostLine() {}

    /**
     * Reads the word; without a name of its own, the host is called by its address.
     *
     * @throws BadInputException if it is not a host
     */
    public static Host parse(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? null : text.substring(0, equals);
        String where = text.substring(equals + 1);
        int end = where.startsWith("[") ? where.indexOf(']') : -1;
        if (end > 0 && name != null) {
            return host(name, where.substring(1, end), where.substring(end + 1));
        }
        int colon = where.indexOf(':');
        if (colon != where.lastIndexOf(':')) {
            throw new BadInputException("'" + Printable.shortened(text)
                    + "' looks like an IPv6 address; such a host needs a name of its own and brackets, as in"
                    + " web1=[2001:db8::1]:22 (in a list in godeploy.yaml: {name: web1, address: '2001:db8::1'}).");
        }
        String address = colon < 0 ? where : where.substring(0, colon);
        return host(name == null ? address : name, address, colon < 0 ? "" : where.substring(colon));
    }

    /** @param port with its colon; empty for the default */
    private static Host host(String name, String address, String port) {
        if (port.isEmpty()) {
            return new Host(name, address, Host.SSH_PORT);
        }
        if (!port.matches(":[1-9][0-9]{0,4}")) {
            throw new BadInputException("Host " + Printable.shortened(name) + ": '"
                    + Printable.shortened(port.startsWith(":") ? port.substring(1) : port)
                    + "' is not a port; it takes 1 to 65535, as in web1.example.org:2222.");
        }
        return new Host(name, address, Integer.parseInt(port.substring(1)));
    }
}
