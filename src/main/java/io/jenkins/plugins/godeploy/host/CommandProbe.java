package io.jenkins.plugins.godeploy.host;

import java.io.IOException;

/** The user's own command, run on the host. */
final class CommandProbe implements HealthProbe {
    private final HostSession session;
    private final HealthCheck.Command check;

    CommandProbe(HostSession session, HealthCheck.Command check) {
        this.session = session;
        this.check = check;
    }

    @Override
    public String probe() throws IOException, InterruptedException {
        long seconds = Math.max(1, check.timing().timeout().toSeconds());
        Report report = session.run(
                session.script("command.sh", s -> s.set("health_command", check.command())
                        .set("health_seconds", seconds)),
                check.timing().timeout().plusSeconds(30));
        if (report.is("status", "0")) {
            return null;
        }
        String said = report.get("said");
        return "the health command ended with " + report.get("status") + (said.isEmpty() ? "" : ": " + said);
    }
}
