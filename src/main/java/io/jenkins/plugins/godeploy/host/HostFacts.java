package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.release.Target;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What <em>look</em> found on a host.
 *
 * @param platform what it runs
 * @param user who we are there
 * @param rename the tool that moves {@code current}: {@code mv}, {@code python3} or {@code perl}
 * @param detach what keeps a watcher alive: {@code setsid}, {@code systemd-run}, or empty where none can be
 * @param boot what starts the watcher again after a reboot: {@code linger}, or empty where nothing does
 * @param freeKib free space for the service's folder in KiB
 * @param current ID of the release that {@code current} names; null for none
 * @param installed IDs of the complete releases
 * @param pinned IDs that are never pruned
 * @param present whether the wanted release is there: {@code yes}, {@code damaged} or empty
 * @param good IDs that were proved good, the latest last, each once
 * @param bad IDs that failed last time
 * @param once what hooks have passed there that run once, as {@link HostHook} noted it
 * @param running whether the service is active
 * @param proved whether the running process is the one that was proved to be {@code current}
 * @param unsettled whether an earlier switch was never settled
 * @param unsettledBefore the release before that switch; null for none
 * @param token of the lock that was taken; 0 if it was not
 * @param journalHead SHA-256 of the journal's last line; null for none
 */
public record HostFacts(
        Target platform,
        String user,
        String rename,
        String detach,
        String boot,
        long freeKib,
        String current,
        List<String> installed,
        List<String> pinned,
        String present,
        List<String> good,
        Set<String> bad,
        Set<String> once,
        boolean running,
        boolean proved,
        boolean unsettled,
        String unsettledBefore,
        long token,
        String journalHead) {
    /** A folder of another name is none of ours, and is left alone. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_~-]{0,140}");

    /** {@code uname -m} to GOARCH, for the machines that Linux and Go have in common. */
    private static final Map<String, String> ARCH = Map.ofEntries(
            Map.entry("x86_64", "amd64"),
            Map.entry("amd64", "amd64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("arm64", "arm64"),
            Map.entry("armv6l", "arm"),
            Map.entry("armv7l", "arm"),
            Map.entry("armv8l", "arm"),
            Map.entry("i386", "386"),
            Map.entry("i586", "386"),
            Map.entry("i686", "386"),
            Map.entry("loongarch64", "loong64"),
            Map.entry("mips", "mips"),
            Map.entry("mips64", "mips64"),
            Map.entry("ppc64", "ppc64"),
            Map.entry("ppc64le", "ppc64le"),
            Map.entry("riscv64", "riscv64"),
            Map.entry("s390x", "s390x"));

    /** Whether a host that is rebooted between switch and settle returns by itself. */
    public boolean rebootSafe() {
        return !detach.isEmpty() && !boot.isEmpty();
    }

    /**
     * The release to go back to if a switch fails: what served before; where that is the same release, or one that
     * failed, the one that was proved good last.
     *
     * @param release ID of the release that is to be switched to
     * @return null for none
     */
    public String returnTo(String release) {
        String before = unsettled ? unsettledBefore : current;
        boolean unfit = before != null && (before.equals(release) || bad.contains(before));
        return unfit ? previousGood(release).orElse(before) : before;
    }

    /** The release that was proved good last and is still there, other than the given one. */
    public Optional<String> previousGood(String other) {
        return previousGood(other, bad);
    }

    /**
     * As {@link #previousGood(String)}.
     *
     * @param failed IDs that failed, there or on other hosts
     */
    public Optional<String> previousGood(String other, Set<String> failed) {
        return good.stream()
                .filter(id -> !id.equals(other) && !failed.contains(id) && installed.contains(id))
                .reduce((first, second) -> second);
    }

    static HostFacts of(Host host, Report report) throws HostException {
        String arch = ARCH.get(report.get("machine"));
        if (!report.is("system", "Linux") || arch == null) {
            throw new HostException(
                    "platform",
                    host + " runs " + report.get("system") + " on " + report.get("machine")
                            + "; hosts run Linux on a machine that Go compiles for.");
        }
        Set<String> good = new LinkedHashSet<>(); // the latest last
        Set<String> bad = new HashSet<>();
        for (String event : report.all("event")) {
            String id = event.substring(event.indexOf(' ') + 1);
            if (event.startsWith("settled ")) {
                good.remove(id);
                good.add(id);
                bad.remove(id);
            } else {
                bad.add(id);
            }
        }
        String current = report.orNull("current");
        String proved = report.get("proved");
        return new HostFacts(
                new Target("linux", arch),
                report.get("user"),
                report.get("rename"),
                report.get("detach"),
                report.get("boot"),
                report.number("free", Long.MAX_VALUE),
                current,
                report.all("installed").stream()
                        .filter(id -> ID.matcher(id).matches())
                        .toList(),
                List.copyOf(report.all("pinned")),
                report.get("present"),
                List.copyOf(good),
                Set.copyOf(bad),
                Set.copyOf(report.all("once")),
                report.is("active", "yes"),
                current != null && proved.equals(current + " " + report.get("invocation")),
                !report.all("unsettled").isEmpty(),
                report.orNull("unsettled"),
                report.number("token", 0),
                report.orNull("head"));
    }
}
