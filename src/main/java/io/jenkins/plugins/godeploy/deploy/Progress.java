package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Phase;

/** Tells the listener what happens; a listener that fails does not fail the deployment. */
final class Progress {
    private final DeployListener listener;

    Progress(DeployListener listener) {
        this.listener = listener;
    }

    void all(String text) {
        tell(new DeployEvent(null, null, text, -1));
    }

    void host(Host host, Phase phase, String text) {
        tell(new DeployEvent(host.name(), phase, text, -1));
    }

    void host(Host host, Phase phase, String text, int percent) {
        tell(new DeployEvent(host.name(), phase, text, percent));
    }

    private void tell(DeployEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            // Who watches may go away, such as a build's log when the controller restarts; hosts still need an end
            System.getLogger(Progress.class.getName()).log(System.Logger.Level.DEBUG, "listener failed", e);
        }
    }
}
