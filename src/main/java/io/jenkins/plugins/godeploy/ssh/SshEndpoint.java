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
public record SshEndpoint(String name, String address, int port, String user) implements Serializable {}
