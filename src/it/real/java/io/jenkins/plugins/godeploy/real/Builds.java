package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.demo.Controller;
import io.jenkins.plugins.godeploy.demo.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One Pipeline job and its newest build. */
final class Builds {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String job;
    private Controller controller;
    private int number;

    private Builds(String job, Controller controller) {
        this.job = job;
        this.controller = controller;
    }

    /** @param script a whole Pipeline script */
    static Builds pipeline(String job, String script) throws IOException, InterruptedException {
        Controller administrator = Real.get().controller();
        administrator.putPipeline(job, script);
        return new Builds(job, administrator);
    }

    /** @param xml the whole config.xml */
    static Builds of(String job, String xml) throws IOException, InterruptedException {
        Controller administrator = Real.get().controller();
        administrator.putJob(job, xml);
        return new Builds(job, administrator);
    }

    /** Whose builds the next ones are. */
    Builds by(Session user) {
        controller = new Controller(user);
        return this;
    }

    Builds start() throws IOException, InterruptedException {
        number = controller.start(job, Map.of());
        return this;
    }

    /** Starts a build, and waits for its end. */
    String run() throws IOException, InterruptedException {
        return start().end();
    }

    /** Waits for the end; the result in Jenkins' words. */
    String end() throws IOException, InterruptedException {
        return Real.get().controller().await(job, number);
    }

    String log() throws IOException, InterruptedException {
        return Real.get().controller().log(job, number);
    }

    /** Waits until the log has this text. */
    void awaitLog(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String log = "";
        while (System.nanoTime() < deadline) {
            var answer = Real.get().controller().session().get(path() + "consoleText");
            log = answer.body();
            if (answer.statusCode() == 200 && log.contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The log never has '" + text + "': " + log);
    }

    /** Runs it, and fails with the log if it ends otherwise. */
    String requireEnd(String result) throws IOException, InterruptedException {
        String ended = run();
        String log = log();
        assertEquals(log, result, ended);
        return log;
    }

    /** Of the newest build, with a slash at its end. */
    String path() {
        return "/job/" + job + "/" + number + "/";
    }

    int number() {
        return number;
    }

    String job() {
        return job;
    }
}
