package io.jenkins.plugins.godeploy.ssh;

public class TrileadTunnelsTest extends SshTunnelsContract {
    @Override
    SshClient client() {
        return new TrileadClient();
    }
}
