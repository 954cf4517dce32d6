package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import java.io.IOException;

/** A TCP connection through the SSH connection, or by a tool of the host where forwarding is prohibited. */
final class TcpProbe implements HealthProbe {
    private final HostSession session;
    private final HealthCheck.Tcp check;
    private boolean forwarding = true;

    TcpProbe(HostSession session, HealthCheck.Tcp check) {
        this.session = session;
        this.check = check;
    }

    @Override
    public String probe() throws IOException, InterruptedException {
        String failure = "port " + check.port() + " of " + check.address() + " does not accept connections";
        if (forwarding) {
            try {
                session.connection().tunnel(check.address(), check.port()).close();
                return null;
            } catch (SshException e) {
                if (e.reason() != Reason.FORWARDING_PROHIBITED) {
                    return failure;
                }
                forwarding = false;
            }
        }
        long seconds = Math.max(1, check.timing().timeout().toSeconds());
        Report report = session.run(
                session.script("tcp.sh", s -> s.set("health_address", check.address())
                        .set("health_port", check.port())
                        .set("health_seconds", seconds)),
                check.timing().timeout().plusSeconds(30));
        return report.is("open", "yes") ? null : failure;
    }
}
