package io.jenkins.plugins.godeploy.ssh;

/** Starts the threads of connections. */
final class DaemonThreads {
    private DaemonThreads() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
