package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClient;
import io.jenkins.plugins.godeploy.ssh.SshConnection;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at hosts as a deployment does, takes no lock, changes nothing, and says of each whether it could be deployed to.
 *
 * @param user name on the hosts
 * @param jump host to go through; null for none
 * @param hostKeys lines in known_hosts format
 * @param hostKeysSource what messages call them
 * @param acceptFirst whether a host of which no key is known is believed; nothing is remembered
 * @param timeout for connecting to each host
 * @param service what is looked for; null for nothing but the login
 */
public record HostCheck(
        SshClient client,
        String user,
        Host jump,
        SshCredential key,
        String hostKeys,
        String hostKeysSource,
        boolean acceptFirst,
        Duration timeout,
        ServiceOnHost service) {
    private static final int AT_ONCE = 30;
    /** The jump host's key, the host's key, and then no question is left. */
    private static final int TRIES = 3;

    /**
     * What was found on a host.
     *
     * @param ready whether it could be deployed to
     * @param sentence what is wrong, or what is there; names the host
     */
    public record Finding(boolean ready, String sentence) implements Serializable {}

    /** One a host, in their order. */
    public List<Finding> of(List<Host> hosts) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, hosts.size()));
        try {
            List<Callable<Finding>> tasks = new ArrayList<>();
            hosts.forEach(host -> tasks.add(() -> of(host)));
            List<Finding> findings = new ArrayList<>();
            for (Future<Finding> future : pool.invokeAll(tasks)) {
                findings.add(future.get());
            }
            return findings;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the look at a host ended in an error of ours", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Finding of(Host host) throws InterruptedException {
        StringBuilder known = new StringBuilder(hostKeys);
        List<String> accepted = new ArrayList<>();
        for (int tries = 1; ; tries++) {
            try {
                Finding finding = look(host, KnownHosts.parse(known.toString(), hostKeysSource));
                return new Finding(finding.ready(), finding.sentence() + String.join("", accepted));
            } catch (SshException e) {
                if (!acceptFirst || e.offeredKey() == null || tries == TRIES) {
                    return new Finding(false, e.getMessage());
                }
                known.append('\n').append(e.offeredKey());
                accepted.add(" The first deployment would accept and remember the key "
                        + KnownHosts.fingerprint(e.offeredKey()) + " of "
                        + e.offeredKey().split(" ", 2)[0] + "; compare it with the host's own.");
            } catch (HostException e) {
                return new Finding(e.code().equals("locked"), e.getMessage());
            } catch (IOException e) {
                return new Finding(false, host + ": " + e.getMessage());
            }
        }
    }

    private Finding look(Host host, KnownHosts knownHosts) throws IOException, InterruptedException {
        SshConnection connection = new SshConnector(client, user, jump, key, knownHosts, timeout).connect(host);
        if (service == null) {
            connection.close();
            return new Finding(
                    true,
                    host + ": the login as " + user + " works; name a service to have its folder and what starts it"
                            + " looked at.");
        }
        try (HostSession session = new HostSession(host, service, connection)) {
            HostFacts facts = session.look(null, null, false);
            return new Finding(
                    true,
                    host + ": " + facts.platform() + " as " + facts.user() + ", "
                            + (facts.current() == null ? "no release yet" : "serves " + facts.current()) + ", "
                            + facts.freeKib() / 1024 + " MiB free in " + service.path()
                            + (session.confirmed()
                                    ? "."
                                    : "; its switch would not be confirmed, as processes end with the login there: sudo"
                                            + " loginctl enable-linger " + facts.user() + "."));
        }
    }
}
