package io.jenkins.plugins.godeploy.jenkins.manager;

import io.jenkins.plugins.godeploy.jenkins.form.TextLines;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** Units of a systemd. */
public abstract class SystemdControl extends ServiceControl {
    private static final long serialVersionUID = 1L;

    private List<String> names;

    SystemdControl() {}

    /** The units, in the order in which they are restarted; null for none. */
    public List<String> getNames() {
        return names;
    }

    @DataBoundSetter
    public void setNames(List<String> names) {
        this.names = TextLines.fixEmpty(names);
    }

    final List<String> units() {
        return names == null ? List.of() : names;
    }
}
