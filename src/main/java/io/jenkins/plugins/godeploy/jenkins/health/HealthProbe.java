package io.jenkins.plugins.godeploy.jenkins.health;

import hudson.Util;
import hudson.model.Describable;
import io.jenkins.plugins.godeploy.config.GoDuration;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.io.Serializable;
import java.time.Duration;
import org.kohsuke.stapler.DataBoundSetter;

/** A {@link HealthCheck} as it is chosen in a form or written in a Pipeline. Durations are written as in Go. */
public abstract class HealthProbe implements Describable<HealthProbe>, Serializable {
    private static final long serialVersionUID = 1L;

    private String timeout;
    private String interval;
    private Integer successes;
    private String deadline;

    /** @throws io.jenkins.plugins.godeploy.BadInputException if a value of the form cannot be read */
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

    final HealthCheck.Timing timing() {
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
