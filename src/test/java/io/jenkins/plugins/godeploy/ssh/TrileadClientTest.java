package io.jenkins.plugins.godeploy.ssh;

public class TrileadClientTest extends SshClientContract {
    @Override
    SshClient client() {
        return new TrileadClient();
    }
}
