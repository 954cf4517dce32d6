package io.jenkins.plugins.godeploy.ssh;

public class TrileadKeysTest extends SshKeysContract {
    @Override
    SshClient client() {
        return new TrileadClient();
    }
}
