package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A Jenkins on the loopback that is started, killed and started again. */
public final class LocalJenkins implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Nothing is looked up or told elsewhere, and nothing is asked at the first start. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx1g",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "-Djenkins.install.runSetupWizard=false",
            "-Dhudson.model.UpdateCenter.never=true",
            "-Dhudson.model.DownloadService.never=true",
            "-Dhudson.model.UsageStatistics.disabled=true",
            "-Djenkins.telemetry.Telemetry.endpoint=http://127.0.0.1:9/",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED");

    private final Path home;
    private final Path war;
    private final int port;
    private final Account administrator = Account.create("admin");
    private final Map<String, String> variables = new HashMap<>();
    private OwnProcess process;

    private LocalJenkins(Path home, Path war, int port) {
        this.home = home;
        this.war = war;
        this.port = port;
        variables.put("JENKINS_HOME", home.toString());
    }

    /**
     * @param home an empty folder or none
     * @param war a jenkins.war or the folder of an unpacked one
     * @param plugins a folder of .jpi or .hpi files
     * @param plugin this plugin
     * @param port of 127.0.0.1; 0 for any that is free
     */
    public static LocalJenkins create(Path home, Path war, Path plugins, Path plugin, int port) throws IOException {
        LocalJenkins jenkins = new LocalJenkins(home, war, port == 0 ? freePort() : port);
        JenkinsHome.make(home, version(war), plugins, plugin, jenkins.administrator);
        return jenkins;
    }

    /** Lets the plugin Configuration as Code read a file at each start. */
    public void configureBy(Path yaml) {
        variables.put("CASC_JENKINS_CONFIG", yaml.toString());
    }

    /** @param plugin its short name */
    public boolean has(String plugin) {
        return Files.exists(home.resolve("plugins").resolve(plugin + ".jpi"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public Path home() {
        return home;
    }

    public Account administrator() {
        return administrator;
    }

    /** Everything that Jenkins logged. */
    public Path log() {
        return home.resolve("jenkins.log");
    }

    /** Starts it and waits until it takes builds. */
    public void start() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(OPTIONS);
        arguments.add("-Djava.io.tmpdir=" + home.resolve("tmp"));
        arguments.add("-DJENKINS_HOME=" + home);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), WarServer.class.getName()));
        arguments.addAll(List.of(Integer.toString(port), war.toString()));
        process = OwnProcess.java(log(), variables, arguments);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isUp()) {
            process.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException("Jenkins did not come up within " + PATIENCE.toMinutes() + " min; see " + log());
            }
            Thread.sleep(500);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            return new Session(address(), administrator).get("/api/json").statusCode() == 200;
        } catch (IOException e) {
            // It closes connections while it starts.
            return false;
        }
    }

    /** As {@code kill -9}, or a machine that lost its power. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private static String version(Path war) throws IOException {
        Attributes attributes;
        if (Files.isDirectory(war)) {
            try (var in = Files.newInputStream(war.resolve("META-INF/MANIFEST.MF"))) {
                attributes = new Manifest(in).getMainAttributes();
            }
        } else {
            try (JarFile jar = new JarFile(war.toFile())) {
                attributes = jar.getManifest().getMainAttributes();
            }
        }
        String version = attributes.getValue("Jenkins-Version");
        if (version == null) {
            throw new IOException(war + " is no jenkins.war: its manifest has no Jenkins-Version.");
        }
        return version;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }
}
