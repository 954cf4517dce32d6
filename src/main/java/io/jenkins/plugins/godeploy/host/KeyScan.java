package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.KnownHosts;
import io.jenkins.plugins.godeploy.ssh.SshClient;
import io.jenkins.plugins.godeploy.ssh.SshCredential;
import io.jenkins.plugins.godeploy.ssh.SshEndpoint;
import io.jenkins.plugins.godeploy.ssh.SshException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks hosts of which no key is known for theirs. A host is given neither a user nor a signature before its key is
 * accepted, so that the question tells it nothing.
 *
 * @param user name on the hosts
 * @param jump host to go through; null for none
 * @param knownHosts the keys that are known; the hosts that it knows are not asked
 * @param timeout for each host
 */
public record KeyScan(
        SshClient client, String user, Host jump, SshCredential key, KnownHosts knownHosts, Duration timeout) {
    private static final int AT_ONCE = 30;

    /**
     * Asks, all of them at the same time.
     *
     * @return lines of known_hosts, in the order of the hosts; only the jump host's as long as that one is unknown.
     *     A host that does not answer has none.
     */
    public List<String> ask(List<Host> hosts) throws InterruptedException {
        if (jump != null && !knownHosts.knows(endpoint(jump))) {
            return lines(List.of(jump), null);
        }
        return lines(
                hosts.stream().filter(host -> !knownHosts.knows(endpoint(host))).toList(), jump);
    }

    private List<String> lines(List<Host> unknown, Host through) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        if (unknown.isEmpty()) {
            return lines;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(AT_ONCE, unknown.size()));
        try {
            for (Future<String> answer : pool.invokeAll(unknown.stream()
                    .map(host -> (java.util.concurrent.Callable<String>) () -> offered(host, through))
                    .toList())) {
                if (answer.get() != null) {
                    lines.add(answer.get());
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a host could not be asked for its key", e.getCause());
        } finally {
            pool.shutdownNow();
        }
        return lines;
    }

    private String offered(Host host, Host through) throws InterruptedException {
        SshEndpoint first = through == null ? null : endpoint(through);
        try {
            client.connect(endpoint(host), first, key, knownHosts, timeout).close();
            return null;
        } catch (SshException e) {
            return e.offeredKey(); // what else is wrong with the host, the deployment says
        }
    }

    private SshEndpoint endpoint(Host host) {
        return new SshEndpoint(host.name(), host.address(), host.port(), user);
    }
}
