package io.jenkins.plugins.godeploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A new home for a Jenkins that nobody but one administrator may enter. */
final class JenkinsHome {
    /**
     * The password is read from a file, so that it is in no script. Anonymous may not even read before the realm is there:
     * config.xml says so.
     */
    private static final String ADMINISTRATOR = """
            import hudson.security.HudsonPrivateSecurityRealm
            import jenkins.model.Jenkins

            def jenkins = Jenkins.get()
            if (!(jenkins.securityRealm instanceof HudsonPrivateSecurityRealm)) {
                def line = new File(jenkins.rootDir, 'administrator').readLines().first()
                def realm = new HudsonPrivateSecurityRealm(false, false, null)
                def colon = line.indexOf(':')
                realm.createAccount(line.substring(0, colon), line.substring(colon + 1))
                jenkins.securityRealm = realm
                jenkins.save()
            }
            """;

    private static final String CONFIG = """
            <?xml version='1.1' encoding='UTF-8'?>
            <hudson>
              <version>%s</version>
              <numExecutors>0</numExecutors>
              <useSecurity>true</useSecurity>
              <authorizationStrategy class="hudson.security.FullControlOnceLoggedInAuthorizationStrategy">
                <denyAnonymousReadAccess>true</denyAnonymousReadAccess>
              </authorizationStrategy>
              <slaveAgentPort>-1</slaveAgentPort>
              <noUsageStatistics>true</noUsageStatistics>
              <quietPeriod>0</quietPeriod>
            </hudson>
            """;

    private JenkinsHome() {}

    /**
     * @param home an empty folder or none
     * @param version that of Jenkins, so that it does not take itself for a new installation
     * @param plugins a folder of .jpi or .hpi files
     * @param plugin this plugin
     */
    static void make(Path home, String version, Path plugins, Path plugin, Account administrator) throws IOException {
        Files.createDirectories(
                home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(home.resolve("tmp"));
        Files.createDirectories(home.resolve("init.groovy.d"));
        Files.writeString(home.resolve("init.groovy.d/administrator.groovy"), ADMINISTRATOR);
        Files.writeString(home.resolve("config.xml"), CONFIG.formatted(version));
        for (String state :
                List.of("jenkins.install.InstallUtil.lastExecVersion", "jenkins.install.UpgradeWizard.state")) {
            Files.writeString(home.resolve(state), version);
        }
        Files.writeString(home.resolve("hudson.model.UpdateCenter.xml"), "<?xml version='1.1'?>\n<sites/>\n");
        administrator.write(home.resolve("administrator"));
        copyPlugins(plugins, Files.createDirectories(home.resolve("plugins")));
        Files.copy(plugin, home.resolve("plugins/go-deploy.jpi"));
    }

    private static void copyPlugins(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches(".*\\.[jh]pi") && !name.startsWith("go-deploy.")) {
                    Path copy = to.resolve(name.replaceFirst("hpi$", "jpi"));
                    if (Files.exists(copy)) {
                        throw new IOException(from + " has " + name + " as .hpi and as .jpi; it takes one of them.");
                    }
                    Files.copy(file, copy);
                }
            }
        }
    }
}
