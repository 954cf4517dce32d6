package io.jenkins.plugins.godeploy.ssh;

public class MinaTunnelsTest extends SshTunnelsContract {
    @Override
    SshClient client() {
        return new MinaClient();
    }
}
