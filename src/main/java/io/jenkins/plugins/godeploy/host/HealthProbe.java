package io.jenkins.plugins.godeploy.host;

import java.io.IOException;

/** Asks once whether a service on a host is healthy. */
@FunctionalInterface
interface HealthProbe {
    /**
     * @return null if it is; else what was wrong, such as {@code 503 from http://localhost:8080/healthz}
     * @throws IOException if the host itself cannot be asked
     */
    String probe() throws IOException, InterruptedException;

    static HealthProbe of(HealthCheck check, HostSession session) {
        if (check instanceof HealthCheck.Http http) {
            return new HttpProbe(session, http);
        }
        if (check instanceof HealthCheck.Tcp tcp) {
            return new TcpProbe(session, tcp);
        }
        return new CommandProbe(session, (HealthCheck.Command) check);
    }
}
