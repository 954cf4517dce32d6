package io.jenkins.plugins.godeploy.host;

import java.io.Serializable;
import java.util.List;

/** What starts and stops the service on a host. */
public sealed interface ServiceManager extends Serializable {
    /**
     * Units of the system's systemd, restarted with {@code sudo -n systemctl}.
     *
     * @param units such as {@code shop.service}, in the order in which they are restarted; the first one's process is
     *     the one that is proved
     */
    record Systemd(List<String> units) implements ServiceManager {
        public Systemd {
            units = List.copyOf(units);
        }
    }

    /**
     * Units of the deploying user's own systemd, restarted with {@code systemctl --user}.
     *
     * @param units as in {@link Systemd}
     */
    record SystemdUser(List<String> units) implements ServiceManager {
        public SystemdUser {
            units = List.copyOf(units);
        }
    }

    /**
     * Plain commands, run by {@code sh -c} in the service's folder as the deploying user.
     *
     * @param start starts the service in the background and returns
     * @param stop stops it and returns when it has ended; succeeds when it did not run
     * @param status exits with 0 when it runs
     * @param pidFile path of the file with its process ID, absolute or relative to the service's folder; null if there
     *     is none, and then no process can be proved
     */
    record Commands(String start, String stop, String status, String pidFile) implements ServiceManager {}
}
