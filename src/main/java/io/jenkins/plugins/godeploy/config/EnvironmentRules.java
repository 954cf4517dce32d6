package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import io.jenkins.plugins.godeploy.host.Host;
import io.jenkins.plugins.godeploy.host.Proof;
import io.jenkins.plugins.godeploy.host.ServiceManager;
import io.jenkins.plugins.godeploy.release.Names;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules that every environment keeps, wherever it is defined: in a file, in a form, or in a step. */
final class EnvironmentRules {
    private static final int HOSTS = 10_000;
    private static final Pattern USER = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]{0,31}");
    private static final List<String> CLIENTS = List.of("auto", "trilead", "mina");
    private static final Pattern CERTIFICATE =
            Pattern.compile("[a-z0-9-]+-cert-v01@openssh\\.com [A-Za-z0-9+/]+={0,2}( [^\\r\\n]*)?");
    private static final Pattern BATCH = Pattern.compile("[1-9][0-9]{0,4}|([1-9][0-9]?|100)%");

    private EnvironmentRules() {}

    static void check(
            String name,
            List<Host> hosts,
            String path,
            ServiceManager manager,
            Strategy strategy,
            HealthCheck health,
            String branches,
            int keep,
            Proof proof) {
        Names.environment(name);
        hosts(name, hosts);
        PathRule.service(path);
        ServiceManagerRules.check(manager);
        strategy(strategy);
        canary(strategy, hosts.size());
        HealthRules.check(health);
        branches(branches);
        keep(keep);
        proof(proof, manager);
    }

    static void hosts(String environment, List<Host> hosts) {
        if (hosts.isEmpty()) {
            throw new BadInputException("Environment " + environment + " has no hosts; it needs at least one.");
        }
        if (hosts.size() > HOSTS) {
            throw new BadInputException(
                    "Environment " + environment + " has " + hosts.size() + " hosts; it takes at most " + HOSTS + ".");
        }
        Map<String, Host> names = new HashMap<>();
        Map<String, Host> addresses = new HashMap<>();
        for (Host host : hosts) {
            distinct(environment, host, names, addresses);
        }
    }

    /** Compares without regard to case, as DNS does, and adds the host to both maps. */
    static void distinct(String environment, Host host, Map<String, Host> names, Map<String, Host> addresses) {
        if (names.put(host.name().toLowerCase(Locale.ROOT), host) != null) {
            throw new BadInputException("Environment " + environment + " has the host " + host.name()
                    + " twice; each needs a name of its own.");
        }
        Host same = addresses.put(host.address().toLowerCase(Locale.ROOT) + " " + host.port(), host);
        if (same != null) {
            throw new BadInputException("Environment " + environment + " has the same host twice: " + same.name()
                    + " and " + host.name() + " are both " + host.address() + " port " + host.port()
                    + "; leave one away.");
        }
    }

    static void user(String user) {
        if (user == null || !USER.matcher(user).matches()) {
            throw new BadInputException("'" + Printable.shortened(user)
                    + "' is not the name of a user; it takes letters, digits, '.', '_' and '-', at most 32, beginning with"
                    + " a letter or '_', such as deploy.");
        }
    }

    static void client(String client) {
        if (!CLIENTS.contains(client)) {
            throw new BadInputException(
                    "There is no SSH client '" + Printable.shortened(client) + "'; there are auto, trilead and mina.");
        }
    }

    static void certificate(String certificate) {
        if (!CERTIFICATE.matcher(certificate).matches()) {
            throw new BadInputException("The certificate is not one of OpenSSH; it takes the one line of a file such as"
                    + " id_ed25519-cert.pub, which ssh-keygen -s makes.");
        }
    }

    static void connectTimeout(Duration timeout) {
        HealthRules.between("connectTimeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    static void strategy(Strategy strategy) {
        if (strategy instanceof Strategy.RollingUpdate rolling) {
            rollingUpdate(rolling);
        } else if (strategy instanceof Strategy.Canary canary) {
            canaryHosts(canary.hosts());
            HealthRules.between("bake", canary.bake(), Duration.ZERO, Duration.ofHours(24));
            HealthRules.check(canary.check());
            rollingUpdate(canary.rest());
        }
    }

    private static void rollingUpdate(Strategy.RollingUpdate rolling) {
        batch(rolling.batch());
        maxFailures(rolling.maxFailures());
        HealthRules.between("pause", rolling.pause(), Duration.ZERO, Duration.ofHours(1));
    }

    static void batch(String batch) {
        some("batch", batch);
    }

    static void canaryHosts(String hosts) {
        some("number of canary hosts", hosts);
    }

    private static void some(String what, String hosts) {
        if (hosts == null || !BATCH.matcher(hosts).matches()) {
            throw new BadInputException("The " + what + " '" + Printable.shortened(hosts)
                    + "' is not valid; it takes a number of hosts from 1, such as 2, or a share from 1% to 100%, such as"
                    + " 25%.");
        }
    }

    /** A canary that is the whole fleet warns nobody. */
    static void canary(Strategy strategy, int hosts) {
        if (strategy instanceof Strategy.Canary canary && canary.count(hosts) >= hosts) {
            throw new BadInputException("The canary takes " + canary.hosts() + " of "
                    + (hosts == 1 ? "one host" : hosts + " hosts")
                    + "; it has to leave at least one host to follow, or take rollingUpdate or allAtOnce.");
        }
    }

    static void maxFailures(int maxFailures) {
        if (maxFailures < 0) {
            throw new BadInputException("maxFailures is " + maxFailures
                    + "; it takes how many hosts may fail before the deployment stops, from 0.");
        }
    }

    /** @param deadline null for none */
    static void deadline(Duration deadline, Strategy strategy) {
        if (deadline == null) {
            return;
        }
        HealthRules.between("deadline", deadline, Duration.ofSeconds(10), Duration.ofHours(48));
        if (strategy instanceof Strategy.Canary canary && canary.bake().compareTo(deadline) >= 0) {
            throw new BadInputException("The deadline of " + GoDuration.format(deadline)
                    + " is over before the canary's bake of " + GoDuration.format(canary.bake())
                    + "; raise the deadline.");
        }
    }

    static void branches(String branches) {
        if (branches == null) {
            return;
        }
        if (branches.isEmpty() || branches.length() > 1000) {
            throw new BadInputException(
                    "The expression for branches is empty or too long; it takes a regular expression"
                            + " of 1 to 1000 characters, such as main|release-.*, or leave it away for any branch.");
        }
        try {
            Pattern.compile(branches);
        } catch (PatternSyntaxException e) {
            throw new BadInputException("The expression '" + Printable.shortened(branches)
                    + "' for branches is not a regular expression: " + e.getDescription() + " near character "
                    + (e.getIndex() + 1) + "; it takes one such as main|release-.*.");
        }
    }

    static void keep(int keep) {
        if (keep < 2 || keep > 1000) {
            throw new BadInputException("keep is " + keep
                    + "; it takes 2 to 1000 releases, the current one and at least one to go back to.");
        }
    }

    static void proof(Proof proof, ServiceManager manager) {
        if (proof == null) {
            throw new BadInputException("No proof is named; it takes exact, started or none.");
        }
        if (proof != Proof.NONE && manager instanceof ServiceManager.Commands commands && commands.pidFile() == null) {
            throw new BadInputException("The proof " + proof.name().toLowerCase(Locale.ROOT)
                    + " cannot be had from commands without a pidFile; name the pidFile, or take the proof none.");
        }
    }
}
