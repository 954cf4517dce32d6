package io.jenkins.plugins.godeploy.ssh;

public class MinaClientTest extends SshClientContract {
    @Override
    SshClient client() {
        return new MinaClient();
    }
}
