package io.jenkins.plugins.godeploy.jenkins.deploy;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import jenkins.agents.ControllerToAgentFileCallable;

/**
 * Fetches a file to an agent. The address may hold a credential, so no message repeats it.
 *
 * @param from of an artifact, as its archive gives it for a short time
 */
record Download(URL from) implements ControllerToAgentFileCallable<Void> {
    private static final int TIMEOUT_MILLIS = 60_000;

    @Override
    public Void invoke(File to, VirtualChannel channel) throws IOException {
        URLConnection connection = from.openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, to.toPath(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException("The artifact '" + to.getName() + "' could not be fetched from its archive at "
                    + from.getHost() + " (" + e.getClass().getSimpleName() + "); the agent must be able to reach it.");
        }
        return null;
    }
}
