package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.config.Strategy;
import io.jenkins.plugins.godeploy.host.Phase;
import io.jenkins.plugins.godeploy.testing.Fleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A deployer in a process of its own, which can be killed by force. */
public final class DeployerProcess {
    private DeployerProcess() {}

    /** Deploys 1.1.0 by a strategy to so many hosts of the fleet that GODEPLOY_FLEET names, and tells what happens. */
    public static void main(String[] arguments) throws InterruptedException {
        OnFleet on = new OnFleet(Fleet.require(Integer.parseInt(arguments[1]))).with(strategy(arguments[0]));
        on.deployer(Trial.LEASE, event -> System.out.println(event.host() + " " + event.phase() + " " + event.text()))
                .run(on.request("1.1.0"));
    }

    static Strategy strategy(String name) {
        Strategy.RollingUpdate rolling = new Strategy.RollingUpdate("1", 0, Duration.ZERO);
        return switch (name) {
            case "allAtOnce" -> new Strategy.AllAtOnce();
            case "rollingUpdate" -> rolling;
            case "canary" -> new Strategy.Canary("1", Duration.ofSeconds(3), null, rolling);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Starts one and kills it with SIGKILL when a host is in a phase. */
    static void killIn(String strategy, Fleet fleet, Fleet.Host host, Phase phase)
            throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeployerProcess.class.getName(),
                        strategy,
                        String.valueOf(fleet.hosts().size()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        java.environment().put("GODEPLOY_FLEET", fleet.folder().toString());
        Process process = java.start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith(host.name() + " " + phase + " ")) {
                line = lines.readLine();
            }
            process.destroyForcibly();
            if (line == null) {
                throw new AssertionError("the deployer ended before " + host.name() + " came to " + phase);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
