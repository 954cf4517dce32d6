package io.jenkins.plugins.godeploy.ssh;

import java.util.List;

/** The SSH clients, by the names that settings have for them. */
public final class SshClients {
    /** Every name that {@link #named} takes. */
    public static final List<String> NAMES = List.of("auto", "trilead", "mina");

    private SshClients() {}

    /**
     * A client of that name.
     *
     * @param name {@code trilead}, {@code mina}, or {@code auto}: Trilead, and MINA for what Trilead cannot do
     */
    public static SshClient named(String name) {
        return switch (name) {
            case "auto" -> new AutoClient(new TrileadClient(), new MinaClient());
            case "trilead" -> new TrileadClient();
            case "mina" -> new MinaClient();
            default -> throw new IllegalArgumentException("There is no SSH client of that name: " + name);
        };
    }
}
