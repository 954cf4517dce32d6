package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.shell.Script;
import java.util.List;

/** The part of a script that talks to the service's manager. */
final class ManagerScript {
    private ManagerScript() {}

    static Script add(Script script, ServiceManager manager) {
        if (manager instanceof ServiceManager.Systemd systemd) {
            return systemd(script, "system", systemd.units());
        }
        if (manager instanceof ServiceManager.SystemdUser user) {
            return systemd(script, "user", user.units());
        }
        ServiceManager.Commands commands = (ServiceManager.Commands) manager;
        return script.set("start_command", commands.start())
                .set("stop_command", commands.stop())
                .set("status_command", commands.status())
                .set("pid_file", commands.pidFile())
                .part("commands.sh");
    }

    private static Script systemd(Script script, String scope, List<String> units) {
        return script.set("scope", scope).set("units", String.join(" ", units)).part("systemd.sh");
    }
}
