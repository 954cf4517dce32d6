package io.jenkins.plugins.godeploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hosts of {@code src/demo/with-hosts}, as its folder tells of them. */
public final class TestHosts {
    /** Where the service of a host answers on this machine is {@code http://address:servicePort/}. */
    public record Host(String name, String address, int port, int servicePort) {}

    private final Path folder;

    private TestHosts(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException if this was not started by with-hosts */
    public static TestHosts started() throws IOException {
        String folder = System.getenv("DEMO_HOSTS");
        if (folder == null) {
            throw new IOException("There are no hosts; start this by src/demo/with-hosts.");
        }
        return new TestHosts(Path.of(folder));
    }

    /** Whether they are Debian hosts with systemd, not part of a program. */
    public boolean real() {
        return "real".equals(System.getenv("DEMO_HOSTS_ARE"));
    }

    public List<Host> list() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("inventory"))) {
            return lines.map(line -> line.split(" "))
                    .map(word -> new Host(word[0], word[1], Integer.parseInt(word[2]), Integer.parseInt(word[3])))
                    .toList();
        }
    }

    /** What an administrator's environment says of them, under the words of Configuration as Code. */
    public Map<String, Object> environment(String name, String credentialsId) throws IOException {
        JsonNode written = new YAMLMapper()
                .readTree(folder.resolve("godeploy.yaml").toFile())
                .at("/environments/demo");
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("name", name);
        environment.put("service", "shop");
        environment.put(
                "hosts",
                list().stream()
                        .map(host -> host.name() + "=" + host.address() + ":" + host.port())
                        .toList());
        environment.put("path", written.get("path").asText());
        environment.put("user", written.at("/ssh/user").asText());
        environment.put("credentialsId", credentialsId);
        environment.put("hostKeys", knownHosts());
        if (written.has("commands")) {
            environment.put("manager", Map.of("commands", written.get("commands")));
        }
        environment.put("health", written.get("health"));
        return environment;
    }

    /** The environment "demo" as a repository has it, with a credential of Jenkins instead of a file. */
    public String godeployYaml(String credentialsId) throws IOException {
        return Files.readString(folder.resolve("godeploy.yaml"))
                .replaceFirst("identityFile: [^,}]+", "credentialsId: " + credentialsId);
    }

    public String knownHosts() throws IOException {
        return Files.readString(folder.resolve("known_hosts"));
    }

    /** Of the user who deploys. */
    public String privateKey() throws IOException {
        try (Stream<Path> keys = Files.find(folder, 1, (path, is) -> is.isRegularFile())) {
            Path key = keys.filter(path -> path.getFileName().toString().startsWith("id_"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no id_* in " + folder + "."));
            return Files.readString(key);
        }
    }
}
