package io.jenkins.plugins.godeploy.cli;

import io.jenkins.plugins.godeploy.deploy.DeployListener;
import io.jenkins.plugins.godeploy.host.Host;
import java.io.PrintWriter;
import java.util.List;

/** Shows what happens in a deployment, on standard error. */
interface Progress extends DeployListener {
    /** More hosts than this do not fit on a terminal. */
    int LIVE_HOSTS = 20;

    static Progress on(PrintWriter err, Surroundings surroundings, List<Host> hosts) {
        List<String> names = hosts.stream().map(Host::name).toList();
        return surroundings.terminal() && hosts.size() <= LIVE_HOSTS
                ? new LiveProgress(err, names, surroundings.environment().get("COLUMNS"))
                : new PlainProgress(err, names, System::nanoTime);
    }
}
