package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.BadInputException;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * A host that a service is deployed to.
 *
 * @param name what it is called in messages and records, unique in its environment
 * @param address DNS name or IP address to connect to
 * @param port of its SSH server
 */
public record Host(String name, String address, int port) implements Serializable {
    public static final int SSH_PORT = 22;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:%_-]{0,252}");

    public Host {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new BadInputException("'" + name
                    + "' is not a host name; it takes letters, digits, '.', '_' and '-', such as web1.example.org.");
        }
        if (address == null || !ADDRESS.matcher(address).matches()) {
            throw new BadInputException("Host " + name + ": '" + address
                    + "' is not an address; it takes a DNS name or an IP address, such as 10.0.0.2.");
        }
        if (port < 1 || port > 65535) {
            throw new BadInputException("Host " + name + ": " + port + " is not a port; it takes 1 to 65535.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
