package io.jenkins.plugins.godeploy.deploy;

import io.jenkins.plugins.godeploy.release.Artifact;
import io.jenkins.plugins.godeploy.release.Release;
import io.jenkins.plugins.godeploy.release.Target;
import io.jenkins.plugins.godeploy.transfer.Payload;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The release packed for each target that a host needs, once. */
final class Payloads implements Closeable {
    private final Release release;
    private final Path dist;
    private final Map<Target, Payload> packed = new HashMap<>();

    Payloads(Release release, Path dist) {
        this.release = release;
        this.dist = dist;
    }

    synchronized Payload get(Artifact artifact) throws IOException {
        Payload payload = packed.get(artifact.target());
        if (payload == null) {
            payload = Payload.of(release, artifact, dist);
            packed.put(artifact.target(), payload);
        }
        return payload;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Payload payload : packed.values()) {
            payload.close();
        }
    }
}
