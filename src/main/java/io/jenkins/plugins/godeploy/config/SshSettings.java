package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.host.Host;
import java.io.Serializable;
import java.time.Duration;

/**
 * How an environment's hosts are reached.
 *
 * @param user name on the hosts
 * @param credentialsId of an SSH private key in Jenkins; null on the command line
 * @param identityFile path of a private key, for the command line alone; null in Jenkins
 * @param certificateFile path of the key's certificate, for the command line alone; null in Jenkins
 * @param certificate the key's certificate, a line in the format of OpenSSH; null for none or {@code certificateFile}
 * @param knownHosts path of a known_hosts file, relative to {@code godeploy.yaml}; null where {@code hostKeys} is given
 * @param hostKeys lines in known_hosts format; null where {@code knownHosts} is given
 * @param client {@code auto}, {@code trilead} or {@code mina}; null for {@code auto}
 * @param jump host to go through; null for none
 * @param connectTimeout for connecting, verifying the host key and authenticating; null for the default
 */
public record SshSettings(
        String user,
        String credentialsId,
        String identityFile,
        String certificateFile,
        String certificate,
        String knownHosts,
        String hostKeys,
        String client,
        Host jump,
        Duration connectTimeout)
        implements Serializable {
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final String CLIENT = "auto";

    /** @throws BadInputException if a value breaks a rule */
    public SshSettings {
        EnvironmentRules.user(user);
        if (knownHosts != null && hostKeys != null) {
            throw new BadInputException(
                    "Both knownHosts and hostKeys say which host keys are accepted; leave one of them away.");
        }
        if (certificateFile != null && certificate != null) {
            throw new BadInputException(
                    "Both certificateFile and certificate give the key's certificate; leave one of them away.");
        }
        if (certificate != null) {
            certificate = certificate.strip();
            EnvironmentRules.certificate(certificate);
        }
        client = client == null ? CLIENT : client;
        EnvironmentRules.client(client);
        connectTimeout = connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout;
        EnvironmentRules.connectTimeout(connectTimeout);
    }

    /** With whichever client fits, and no certificate. */
    public SshSettings(
            String user,
            String credentialsId,
            String identityFile,
            String knownHosts,
            String hostKeys,
            Host jump,
            Duration connectTimeout) {
        this(user, credentialsId, identityFile, null, null, knownHosts, hostKeys, null, jump, connectTimeout);
    }
}
