package io.jenkins.plugins.godeploy.jenkins.health;

import hudson.ExtensionPoint;
import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.io.Serializable;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What must answer before a release counts as healthy, as it is chosen in a form or written in a Pipeline: a {@link
 * HealthCheck}. Durations are written as in Go. Other plugins extend it, with a {@link HealthProbeDescriptor} and a {@code
 * @Symbol}.
 *
 * <p>It is kept in the configuration of Jenkins, of jobs and of running builds as its fields are, so these are plain and
 * serializable values. It stays on the controller; what it says travels to the agent and is asked on each host by the
 * engine itself.
 */
public abstract class HealthProbe implements Describable<HealthProbe>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    private String timeout;
    private String interval;
    private Integer successes;
    private String deadline;

    /**
     * What it stands for; its timing is {@link #timing}.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException in one sentence for the user, if a value is missing or wrong
     */
    public abstract HealthCheck toHealthCheck();

    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = Util.fixEmptyAndTrim(timeout);
    }

    public String getInterval() {
        return interval;
    }

    @DataBoundSetter
    public void setInterval(String interval) {
        this.interval = Util.fixEmptyAndTrim(interval);
    }

    public Integer getSuccesses() {
        return successes;
    }

    @DataBoundSetter
    public void setSuccesses(Integer successes) {
        this.successes = successes;
    }

    public String getDeadline() {
        return deadline;
    }

    @DataBoundSetter
    public void setDeadline(String deadline) {
        this.deadline = Util.fixEmptyAndTrim(deadline);
    }

    /**
     * How often the check is asked: what the form says, and the defaults for the rest.
     *
     * @throws io.jenkins.plugins.godeploy.BadInputException if a duration cannot be read
     */
    protected final HealthCheck.Timing timing() {
        HealthCheck.Timing defaults = HealthCheck.Timing.DEFAULT;
        return new HealthCheck.Timing(
                duration(timeout, defaults.timeout()),
                duration(interval, defaults.interval()),
                successes == null ? defaults.successes() : successes,
                duration(deadline, defaults.deadline()));
    }

    private static Duration duration(String text, Duration otherwise) {
        return text == null ? otherwise : GoDuration.parse(text);
    }
}
