package io.jenkins.plugins.godeploy.host;

/**
 * The service's process as its manager sees it.
 *
 * @param active whether all units are active
 * @param pid of the first unit's main process; null if unknown
 * @param restarts how often the manager has restarted it by itself
 * @param invocation changes with each start
 * @param fresh whether it was started by the switch or return that told of it
 * @param gapMillis how long no process ran during the restart; -1 if unknown
 * @param why the manager's own words on its state
 */
public record Running(
        boolean active, String pid, long restarts, String invocation, boolean fresh, long gapMillis, String why) {
    static Running of(Report report) {
        return new Running(
                report.is("active", "yes"),
                report.orNull("pid"),
                report.number("restarts", 0),
                report.get("invocation"),
                report.is("new", "yes"),
                report.number("gap", -1),
                report.get("why"));
    }

    /** Whether this is still the same process as right after the switch. */
    public boolean sameAs(Running other) {
        return invocation.equals(other.invocation)
                && restarts == other.restarts
                && java.util.Objects.equals(pid, other.pid);
    }
}
