package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.shell.Script;
import io.jenkins.plugins.godeploy.shell.Shell;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One deployment's conversation with one host: a script a phase, over one connection. Not for use by several threads,
 * but for {@link #renew}.
 */
public final class HostSession implements Closeable {
    /** For stop and start of all units together: twice systemd's 90 s, and some. */
    private static final Duration SWITCH = Duration.ofSeconds(240);

    /** How long a host waits for a word while it switches or returns: there is time left to connect once more. */
    public static final Duration SWITCH_LEASE = SWITCH.plusSeconds(60);

    /** In bytes, about a thousand deployments; a command may answer 1 MiB. */
    private static final int JOURNAL = 1_000_000;

    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final Duration RECEIVE = Duration.ofMinutes(30);

    private final Host host;
    private final ServiceOnHost service;
    private final SshConnection connection;
    private final RemoteShell shell;
    private HostFacts facts;
    private long token;

    public HostSession(Host host, ServiceOnHost service, SshConnection connection) {
        this.host = host;
        this.service = service;
        this.connection = connection;
        this.shell = new RemoteShell(connection, host.name());
    }

    /**
     * Takes up the conversation of a session whose connection was lost: the same lock, the same knowledge.
     *
     * @param earlier a session that has looked
     */
    public void takeUp(HostSession earlier) {
        facts = earlier.facts;
        token = earlier.token;
    }

    /** The name of the SSH client that connects: {@code trilead} or {@code mina}. */
    public String client() {
        return connection.client();
    }

    SshConnection connection() {
        return connection;
    }

    /**
     * Looks at the host, and takes its lock if asked to.
     *
     * @param release ID of the release that is wanted; null if that is not known yet
     * @param sums SHA-256 of its {@code SHA256SUMS}; null if unknown
     * @throws HostException if the host cannot take a deployment; nothing was changed and no lock is held
     */
    public HostFacts look(String release, String sums, boolean takeLock) throws IOException, InterruptedException {
        Script script = script("look.sh", s -> s.set("take", takeLock ? "yes" : "no")
                .set("release", release)
                .set("sums", sums));
        Report report = run(script, SHORT);
        facts = HostFacts.of(host, report);
        token = facts.token();
        return facts;
    }

    /**
     * Brings a release into its folder; it is complete there or absent.
     *
     * @param release its ID
     * @param replace whether a damaged folder of that name is to be replaced
     * @param payload a tar in gzip with the release's files and their {@code SHA256SUMS}
     * @param sent is told how many bytes have gone out so far
     */
    public void receive(String release, boolean replace, InputStream payload, LongConsumer sent)
            throws IOException, InterruptedException {
        Script script = script("receive.sh", s -> s.set("release", release).set("replace", replace ? "yes" : "no"));
        SshOutput output = connection.run("exec sh -c " + Shell.quote(script.text()), payload, RECEIVE, sent);
        check(new Report(output));
    }

    /**
     * Moves {@code current} to a release and restarts the service.
     *
     * @param release its ID
     * @param sums SHA-256 of its {@code SHA256SUMS}; null if unknown
     * @throws SwitchException if it failed; it says whether {@code current} had been moved
     */
    public Running switchTo(String release, String sums) throws IOException, InterruptedException {
        String returnTo = facts.returnTo(release);
        String watcher = script("watcher.sh", s -> s.set("return_to", returnTo)
                        .set("release", release)
                        .set("rename", facts.rename()))
                .text();
        Script script = script("switch.sh", s -> s.set("release", release)
                .set("sums", sums)
                .set("before", facts.current())
                .set("return_to", returnTo)
                .set("rename", facts.rename())
                .set("detach", facts.detach())
                .set("boot", facts.boot())
                .set("watcher", watcher)
                .set("switch_seconds", SWITCH_LEASE.toSeconds()));
        Report report = new Report(shell.run(script.text(), SWITCH));
        if (!report.succeeded()) {
            HostException refusal = Refusals.of(host, service.path(), report);
            throw new SwitchException(refusal, report.is("moved", "yes"));
        }
        return Running.of(report);
    }

    /** Whether this host's switch is guarded by a watcher. */
    public boolean confirmed() {
        return facts != null && !facts.detach().isEmpty();
    }

    /**
     * Asks what runs now and compares it with the release.
     *
     * @param release ID of the release that is to serve
     * @param sums SHA-256 of its {@code SHA256SUMS}; null if unknown
     * @param since what ran right after the switch; null if this deployment did not switch
     */
    public Proved prove(String release, String sums, Running since) throws IOException, InterruptedException {
        Script script = script("prove.sh", s -> s.set("release", release).set("sums", sums));
        return Proved.of(run(script, SHORT), release, since, facts.proved());
    }

    /** What runs now, for a short look between two health probes. */
    public Running status() throws IOException, InterruptedException {
        return Running.of(run(script("status.sh", s -> s), SHORT));
    }

    /**
     * Puts back what served before the switch.
     *
     * @param failed ID of the release that failed
     * @param why one sentence for the journal
     * @return what runs now; null where nothing served before and the service is stopped again
     * @throws HostException with the code {@code not-switched} if there is nothing to put back, and
     *     {@code watcher-returned} if the host has put it back by itself
     */
    public Running giveBack(String failed, String why) throws IOException, InterruptedException {
        Script script = script("return.sh", s -> s.set("return_to", facts.returnTo(failed))
                .set("release", failed)
                .set("rename", facts.rename())
                .set("message", JsonText.of(why))
                .set("switch_seconds", SWITCH_LEASE.toSeconds()));
        Report report = run(script, SWITCH);
        return report.is("stopped", "yes") ? null : Running.of(report);
    }

    /**
     * Ends this deployment on the host: disarms the watcher, writes the journal, prunes, gives the lock back.
     *
     * @param event what the journal is told; null where nothing was switched
     * @param release ID of the release that settled or was taken back
     * @param proved ID of the release that was proved to serve now; null for none
     * @param why one sentence for the journal; null for none
     * @param prune IDs to remove
     * @return SHA-256 of the journal's last line; null if it has none
     */
    public String settle(Event event, String release, String proved, String why, List<String> prune)
            throws IOException, InterruptedException {
        String before = release == null ? null : facts.returnTo(release);
        Script script = script("settle.sh", s -> s.set("event", event == null ? "none" : event.word)
                .set("release", release)
                .set("before", before)
                .set("proved", proved)
                .set("message", JsonText.of(why))
                .set("prune", String.join(" ", prune)));
        String head = run(script, SHORT).orNull("head");
        token = 0;
        return head;
    }

    /** The last lines of the service's log. */
    public List<String> log(Duration since) throws IOException, InterruptedException {
        return run(script("log.sh", s -> s.set("log_seconds", since.toSeconds() + 1)), SHORT)
                .all("log");
    }

    /** The host's journal, of a long one the newest megabyte; empty where there is none. */
    public Journal journal() throws IOException, InterruptedException {
        Script script = script("journal.sh", s -> s.set("most", JOURNAL));
        SshOutput output = connection.run("exec sh -c " + Shell.quote(script.text()), null, SHORT, null);
        if (output.status() != 0) {
            check(new Report(output));
        }
        int length = output.stdout().getBytes(StandardCharsets.UTF_8).length;
        return Journal.parse(output.stdout(), length < JOURNAL);
    }

    /**
     * Tells the host that the deployment lives, so that neither lock nor watcher run out. Does nothing while a script
     * runs, which has a lease of its own.
     */
    public void renew() throws IOException, InterruptedException {
        String script = script("renew.sh", s -> s).text();
        SshOutput output = shell.runIfIdle(script, SHORT);
        if (output != null) {
            check(new Report(output));
        }
    }

    /** Gives the lock back where nothing was switched. */
    public void unlock() throws IOException, InterruptedException {
        run(script("unlock.sh", s -> s), SHORT);
        token = 0;
    }

    /** Whether this session holds the host's lock. */
    public boolean locked() {
        return token > 0;
    }

    Report run(Script script, Duration timeout) throws IOException, InterruptedException {
        return check(new Report(shell.run(script.text(), timeout)));
    }

    Script script(String part, java.util.function.UnaryOperator<Script> values) {
        Script script = service.values(new Script(HostSession.class)).set("token", token > 0 ? "" + token : "");
        return ManagerScript.add(values.apply(script).part("lib.sh"), service.manager())
                .part(part);
    }

    private Report check(Report report) throws HostException {
        if (!report.succeeded()) {
            throw Refusals.of(host, service.path(), report);
        }
        return report;
    }

    @Override
    public void close() {
        shell.close();
        connection.close();
    }

    /** What the journal is told at the end. */
    public enum Event {
        /** The release serves and was proved. */
        SETTLED("settled"),
        /** The release failed, and was taken back: from now on it counts as bad. */
        RETURNED("returned"),
        /** The release was taken back, and that says nothing of it: somebody stopped the deployment. */
        WITHDRAWN("withdrawn");

        private final String word;

        Event(String word) {
            this.word = word;
        }
    }

    /** A switch that failed. */
    public static final class SwitchException extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean moved;

        SwitchException(HostException cause, boolean moved) {
            super(cause.getMessage(), cause);
            this.moved = moved;
        }

        /** Whether {@code current} had been moved, so that it has to go back. */
        public boolean moved() {
            return moved;
        }
    }
}
