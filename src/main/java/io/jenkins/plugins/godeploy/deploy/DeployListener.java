package io.jenkins.plugins.godeploy.deploy;

/** Is told what happens in a deployment, by several threads at once. */
@FunctionalInterface
public interface DeployListener {
    void on(DeployEvent event);
}
