package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshTunnel;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 GET (RFC 9112) through the SSH connection; only the status line of the answer is read. Where the host
 * prohibits forwarding, a tool of the host asks instead.
 */
final class HttpProbe implements HealthProbe {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");
    private static final int LONGEST_STATUS_LINE = 4096;

    private final HostSession session;
    private final HealthCheck.Http check;
    private final URI url;
    private boolean forwarding = true;

    HttpProbe(HostSession session, HealthCheck.Http check) {
        this.session = session;
        this.check = check;
        this.url = URI.create(URI.create(check.url()).toASCIIString());
    }

    @Override
    public String probe() throws IOException, InterruptedException {
        int status;
        try {
            status = forwarding ? throughTunnel() : byHost();
        } catch (SshException e) {
            switch (e.reason()) {
                case FORWARDING_PROHIBITED:
                    forwarding = false;
                    status = byHost();
                    break;
                case TIMEOUT:
                    return "no answer from " + check.url() + " within "
                            + check.timing().timeout().toMillis() + " ms";
                default:
                    return nothing();
            }
        } catch (HostException e) {
            throw e;
        } catch (IOException e) {
            return check.url() + " does not answer in HTTP";
        }
        if (status == 0) {
            return nothing();
        }
        boolean healthy = check.status() == 0 ? status >= 200 && status < 400 : status == check.status();
        return healthy ? null : status + " from " + check.url();
    }

    private String nothing() {
        return "nothing answers at " + check.url();
    }

    private int throughTunnel() throws IOException, InterruptedException {
        int port = url.getPort() < 0 ? 80 : url.getPort();
        String address = url.getHost().replaceAll("[\\[\\]]", "");
        try (SshTunnel tunnel = session.connection().tunnel(address, port)) {
            tunnel.expireAfter(check.timing().timeout());
            return get(tunnel);
        }
    }

    private int get(SshTunnel tunnel) throws IOException {
        String target = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        if (url.getRawQuery() != null) {
            target += "?" + url.getRawQuery();
        }
        String request = "GET " + target + " HTTP/1.1\r\nHost: " + url.getRawAuthority()
                + "\r\nUser-Agent: go-deploy\r\nAccept: */*\r\nConnection: close\r\n\r\n";
        tunnel.out().write(request.getBytes(StandardCharsets.US_ASCII));
        tunnel.out().flush();
        Matcher line = STATUS.matcher(statusLine(tunnel.in()));
        if (!line.matches()) {
            throw new EOFException("not HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private static String statusLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0 || line.length() > LONGEST_STATUS_LINE) {
                throw new EOFException("no status line");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    private int byHost() throws IOException, InterruptedException {
        long seconds = Math.max(1, check.timing().timeout().toSeconds());
        Report report = session.run(
                session.script("http.sh", s -> s.set("health_url", check.url()).set("health_seconds", seconds)),
                check.timing().timeout().plusSeconds(30));
        return (int) report.number("status", 0);
    }
}
