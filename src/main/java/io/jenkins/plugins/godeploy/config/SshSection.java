package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;
import java.time.Duration;

/** Reads {@code ssh:} of an environment. */
final class SshSection {
    private SshSection() {}

    static SshSettings read(YamlValue value, GoDeployFile.Reader reader) {
        YamlMap map = value.map(
                "user",
                "credentialsId",
                "identityFile",
                "certificateFile",
                "certificate",
                "knownHosts",
                "hostKeys",
                "client",
                "jump",
                "connectTimeout");
        String user = map.require("user", "deploy").text("a user such as deploy", EnvironmentRules::user);
        forTheCommandLine(map, "identityFile", "credentialsId (the command line has --identity)", reader);
        forTheCommandLine(map, "certificateFile", "certificate, the line of such a file", reader);
        String identityFile = text(map, "identityFile", "a path such as ~/.ssh/id_ed25519");
        String certificateFile = text(map, "certificateFile", "a path such as ~/.ssh/id_ed25519-cert.pub");
        String certificate = text(map, "certificate", "the line of a file such as id_ed25519-cert.pub");
        String credentialsId = text(map, "credentialsId", "the ID of a credential in Jenkins such as deploy-key");
        String knownHosts = map.get("knownHosts")
                .map(file -> file.text("a path such as known_hosts", path -> knownHosts(path, reader)))
                .orElse(null);
        String hostKeys = text(map, "hostKeys", "lines in the format of known_hosts");
        String client = map.get("client")
                .map(name -> name.text("auto, trilead or mina", EnvironmentRules::client))
                .orElse(null);
        Host jump = map.get("jump").map(HostsSection::host).orElse(null);
        Duration timeout = map.get("connectTimeout").map(YamlValue::duration).orElse(null);
        return value.located(() -> new SshSettings(
                user,
                credentialsId,
                identityFile,
                certificateFile,
                certificate,
                knownHosts,
                hostKeys,
                client,
                jump,
                timeout));
    }

    private static void forTheCommandLine(YamlMap map, String key, String instead, GoDeployFile.Reader reader) {
        if (reader == GoDeployFile.Reader.JENKINS && map.get(key).isPresent()) {
            throw map.names()
                    .get(key)
                    .wrong(key + " is for the command line alone, as in Jenkins it would name a file of the agent's"
                            + " user; take it out and give " + instead + ".");
        }
    }

    /** A repository must not make Jenkins read files outside of it. */
    private static void knownHosts(String path, GoDeployFile.Reader reader) {
        boolean outside = path.startsWith("/")
                || path.startsWith("~")
                || path.contains("\\")
                || ("/" + path + "/").contains("/../");
        if (reader == GoDeployFile.Reader.JENKINS && outside) {
            throw new BadInputException("The knownHosts '" + Printable.shortened(path)
                    + "' is outside of the repository; in Jenkins it takes a path below the folder of godeploy.yaml,"
                    + " such as known_hosts.");
        }
    }

    private static String text(YamlMap map, String key, String wanted) {
        return map.get(key).map(value -> value.text(wanted)).orElse(null);
    }
}
