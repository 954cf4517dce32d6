package io.jenkins.plugins.godeploy.ssh;

import java.io.Serializable;

/**
 * Where to connect and as whom.
 *
 * @param name what messages call it
 * @param address DNS name or IP address; with the port it is also what known_hosts is asked for
 * @param port TCP port
 * @param user name on the host
 */
public record SshEndpoint(String name, String address, int port, String user) implements Serializable {
    /** What messages call it, with where it is: {@code web1 (10.0.0.2:2222)}. */
    String label() {
        String where = (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
        return name.equals(address) ? where : name + " (" + where + ")";
    }
}
