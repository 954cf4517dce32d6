package io.jenkins.plugins.godeploy.ssh;

/**
 * How a command ended and what it wrote.
 *
 * @param status its exit status, or -1 if a signal ended it or the host sent none
 * @param stdout read as UTF-8
 * @param stderr read as UTF-8
 */
public record SshOutput(int status, String stdout, String stderr) {}
