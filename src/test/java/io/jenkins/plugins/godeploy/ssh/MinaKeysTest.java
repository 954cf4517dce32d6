package io.jenkins.plugins.godeploy.ssh;

public class MinaKeysTest extends SshKeysContract {
    @Override
    SshClient client() {
        return new MinaClient();
    }
}
