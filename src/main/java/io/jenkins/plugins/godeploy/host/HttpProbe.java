package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.ssh.SshException;
import io.jenkins.plugins.godeploy.ssh.SshException.Reason;
import io.jenkins.plugins.godeploy.ssh.SshTunnel;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        this.url = URI.create(check.url());
    }

    @Override
    public String probe() throws IOException, InterruptedException {
        int status;
        try {
            status = forwarding ? throughTunnel() : byHost();
        } catch (SshException e) {
            if (e.reason() != Reason.FORWARDING_PROHIBITED) {
                return "nothing answers at " + check.url();
            }
            forwarding = false;
            status = byHost();
        } catch (TimeoutException e) {
            return "no answer from " + check.url() + " within "
                    + check.timing().timeout().toMillis() + " ms";
        } catch (EOFException e) {
            return check.url() + " does not answer in HTTP";
        }
        if (status == 0) {
            return "nothing answers at " + check.url();
        }
        boolean healthy = check.status() == 0 ? status >= 200 && status < 400 : status == check.status();
        return healthy ? null : status + " from " + check.url();
    }

    private int throughTunnel() throws IOException, InterruptedException, TimeoutException {
        int port = url.getPort() < 0 ? 80 : url.getPort();
        String address = url.getHost().replaceAll("[\\[\\]]", "");
        return within(check.timing().timeout(), session, address, port, this::get);
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

    /** What is done with a tunnel. */
    interface Talk<T> {
        T with(SshTunnel tunnel) throws IOException;
    }

    /** Opens a tunnel and talks through it; after the timeout it is closed, which ends a pending read. */
    static <T> T within(Duration timeout, HostSession session, String address, int port, Talk<T> talk)
            throws IOException, InterruptedException, TimeoutException {
        SshTunnel[] opened = new SshTunnel[1];
        FutureTask<T> task = new FutureTask<>(() -> {
            try (SshTunnel tunnel = session.connection().tunnel(address, port)) {
                synchronized (opened) {
                    opened[0] = tunnel;
                }
                return talk.with(tunnel);
            }
        });
        Thread thread = new Thread(task, "go-deploy health probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io instanceof SshException || io instanceof EOFException ? io : new EOFException(io.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            synchronized (opened) {
                if (opened[0] != null) {
                    opened[0].close();
                }
            }
        }
    }
}
