package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.HealthCheck;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Which health checks can be asked. */
final class HealthRules {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:%_-]{0,252}");

    private HealthRules() {}

    static void check(HealthCheck health) {
        if (health == null) {
            return;
        }
        if (health instanceof HealthCheck.Http http) {
            url(http.url());
            status(http.status());
        } else if (health instanceof HealthCheck.Tcp tcp) {
            address(tcp.address());
            port(tcp.port());
        } else if (health instanceof HealthCheck.Command command) {
            ServiceManagerRules.command("commandHealth.command", command.command());
        }
        timing(health.timing());
    }

    static void url(String text) {
        URI url;
        try {
            url = new URI(text == null ? "" : text);
        } catch (URISyntaxException e) {
            throw wrong(text, "is not a URL");
        }
        if ("https".equalsIgnoreCase(url.getScheme())) {
            throw new BadInputException("The health URL '" + Printable.shortened(text)
                    + "' has the scheme https, which is not asked through the connection; use http, or commandHealth"
                    + " with a command such as curl -fsS " + Printable.shortened(text) + ".");
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw wrong(text, "is not an http URL with a host");
        }
        if (url.getRawUserInfo() != null) {
            // Not quoted: it may hold a password.
            throw new BadInputException("The health URL has a user name or password in it; leave it away, or use"
                    + " commandHealth with a command that reads it from a file on the host.");
        }
        if (url.getPort() == 0 || url.getPort() > 65535) {
            throw wrong(text, "has no valid port");
        }
        if (url.getRawFragment() != null) {
            throw wrong(text, "has a part after '#', which no server sees");
        }
    }

    static void status(int status) {
        if (status != 0 && (status < 100 || status > 599)) {
            throw new BadInputException("The health status " + status
                    + " is not a status of HTTP; it takes 100 to 599, or nothing for any from 200 to 399.");
        }
    }

    static void address(String address) {
        if (address == null || !ADDRESS.matcher(address).matches()) {
            throw new BadInputException("'" + Printable.shortened(address)
                    + "' is not an address for a health check; it takes a DNS name or an IP address, such as"
                    + " 127.0.0.1.");
        }
    }

    static void port(int port) {
        if (port < 1 || port > 65535) {
            throw new BadInputException("The health port " + port + " is not a port; it takes 1 to 65535.");
        }
    }

    static void timing(HealthCheck.Timing timing) {
        between("timeout", timing.timeout(), Duration.ofMillis(1), LONGEST);
        between("interval", timing.interval(), Duration.ofMillis(1), LONGEST);
        between("deadline", timing.deadline(), Duration.ofMillis(1), LONGEST);
        successes(timing.successes());
        Duration least = timing.interval().multipliedBy(timing.successes() - 1L);
        if (least.compareTo(timing.deadline()) >= 0) {
            throw new BadInputException("The health check can never pass: " + timing.successes() + " successes "
                    + GoDuration.format(timing.interval()) + " apart take longer than its deadline of "
                    + GoDuration.format(timing.deadline()) + "; raise the deadline.");
        }
    }

    static void successes(int successes) {
        if (successes < 1 || successes > 100) {
            throw new BadInputException("successes is " + successes + "; it takes 1 to 100.");
        }
    }

    static void between(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new BadInputException(key + " is " + GoDuration.format(value) + "; it takes "
                    + GoDuration.format(least) + " to " + GoDuration.format(most) + ".");
        }
    }

    private static BadInputException wrong(String url, String what) {
        return new BadInputException("The health URL '" + Printable.shortened(url) + "' " + what
                + "; it takes one such as http://localhost:8080/healthz.");
    }
}
