package io.jenkins.plugins.godeploy.build;

import io.jenkins.plugins.godeploy.process.ProcessRunner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine that compiles can do at once.
 *
 * @param cores that this build may use
 * @param freeMemory in bytes; the largest number if the machine does not tell
 */
record Machine(int cores, long freeMemory) {
    /** What a link of a large program takes: with more at once than fit, the kernel kills them. */
    private static final long MEMORY_PER_TARGET = 1L << 30;

    private static final Pattern AVAILABLE = Pattern.compile("^MemAvailable:\\s*(\\d{1,12}) kB$", Pattern.MULTILINE);
    private static final Pattern BYTES = Pattern.compile("^\\d{1,18}$", Pattern.MULTILINE);

    static Machine look(ProcessRunner runner) throws InterruptedException {
        int cores = (int) number(runner, BYTES, "nproc").orElse(0);
        if (cores == 0) {
            cores = (int) number(runner, BYTES, "getconf", "_NPROCESSORS_ONLN").orElse(1);
        }
        long free = number(runner, AVAILABLE, "cat", "/proc/meminfo").orElse(Long.MAX_VALUE / 1024) * 1024;
        long limit = number(runner, BYTES, "cat", "/sys/fs/cgroup/memory.max").orElse(Long.MAX_VALUE);
        return new Machine(Math.max(1, cores), Math.min(free, limit));
    }

    /** How many targets to compile at once. */
    int parallel(int targets) {
        long fit = Math.max(1, freeMemory / MEMORY_PER_TARGET);
        return (int) Math.max(1, Math.min(targets, Math.min(cores, fit)));
    }

    private static OptionalLong number(ProcessRunner runner, Pattern pattern, String... command)
            throws InterruptedException {
        try {
            Matcher matcher = pattern.matcher(
                    Captured.run(runner, Map.of(), List.of(command)).out());
            return matcher.find()
                    ? OptionalLong.of(Long.parseLong(matcher.group(matcher.groupCount())))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // another system, which has not got this program
        }
    }
}
