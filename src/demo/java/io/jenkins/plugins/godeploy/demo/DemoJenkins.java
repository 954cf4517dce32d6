package io.jenkins.plugins.godeploy.demo;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Jenkins to look at: with this plugin, an agent, three hosts, and jobs, the first of which has run. */
public final class DemoJenkins {
    private static final String AGENT = "demo";
    private static final String KEY = "demo-hosts";
    private static final String VERSION = "1.0.0";

    private final Installation installation;
    private final TestHosts hosts;

    private DemoJenkins(Installation installation, TestHosts hosts) {
        this.installation = installation;
        this.hosts = hosts;
    }

    /** @param arguments war, folder of plugins, this plugin, the shop's repository, port, and whether to end after the run */
    public static void main(String[] arguments) throws Exception {
        try {
            TestHosts hosts = TestHosts.started();
            Installation installation = Installation.create(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    Path.of(arguments[2]),
                    Integer.parseInt(arguments[4]));
            // Ctrl-C comes this way as well.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(installation)));
            DemoJenkins demo = new DemoJenkins(installation, hosts);
            if (!demo.run(arguments[3])) {
                System.exit(1);
            }
            if (Boolean.parseBoolean(arguments[5])) {
                System.exit(0);
            }
            System.out.println("\nIt stays up until Ctrl-C.");
            Thread.currentThread().join();
        } catch (IOException e) {
            System.err.println("src/demo/jenkins: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void close(Installation installation) {
        try {
            installation.close();
        } catch (IOException e) {
            System.err.println("src/demo/jenkins: " + installation.folder() + " could not be deleted: " + e);
        }
    }

    private boolean run(String shop) throws IOException, InterruptedException {
        Map<String, Object> environment = hosts.environment("demo", KEY);
        environment.put("jobs", List.of("shop*"));
        environment.put("agentLabel", AGENT);
        boolean asCode = installation.jenkins().has("configuration-as-code");
        say("Starting Jenkins and an agent; the environment comes "
                + (asCode ? "by Configuration as Code" : "by a script, for want of the plugin configuration-as-code"));
        if (asCode) {
            configure(environment);
        }
        installation.start(AGENT, Map.of("SHOP", shop));
        Controller controller = installation.controller();
        controller.addKey(KEY, "SYSTEM", environment.get("user").toString(), hosts.privateKey());
        if (!asCode) {
            controller.setEnvironments(List.of(environment));
        }
        DemoJobs.put(controller);

        say("Deploying " + VERSION + " by the declarative job");
        int number = controller.start(DemoJobs.DECLARATIVE, Map.of("VERSION", VERSION));
        String result = controller.await(DemoJobs.DECLARATIVE, number);
        System.out.println(controller.log(DemoJobs.DECLARATIVE, number));
        boolean ok = result.equals("SUCCESS");
        for (TestHosts.Host host : hosts.list()) {
            String body = serves(host);
            System.out.println(host.name() + " serves " + body);
            ok &= body.contains("\"version\":\"" + VERSION + "\"");
        }
        tell(number, result);
        return ok;
    }

    private void configure(Map<String, Object> environment) throws IOException {
        Path yaml = installation.folder().resolve("jenkins.yaml");
        new YAMLMapper()
                .writeValue(
                        yaml.toFile(),
                        Map.of("unclassified", Map.of("goDeploy", Map.of("environments", List.of(environment)))));
        installation.jenkins().configureBy(yaml);
    }

    private static String serves(TestHosts.Host host) throws IOException, InterruptedException {
        URI address = URI.create("http://" + host.address() + ":" + host.servicePort());
        return new Session(address, Account.ANONYMOUS).get("/version").body().strip();
    }

    private void tell(int number, String result) {
        URI jenkins = installation.jenkins().address();
        say("The build ended with " + result + ". To look at:");
        System.out.println("Jenkins          " + jenkins);
        System.out.println(
                "user, password   " + installation.jenkins().home().resolve("administrator") + " (user:password)");
        System.out.println("the build        " + jenkins.resolve("job/" + DemoJobs.DECLARATIVE + "/" + number + "/"));
        System.out.println(
                "its deployments  " + jenkins.resolve("job/" + DemoJobs.DECLARATIVE + "/" + number + "/deployments/"));
        for (String job : List.of(DemoJobs.DECLARATIVE, DemoJobs.SCRIPTED, DemoJobs.FREESTYLE)) {
            System.out.println("a job            " + jenkins.resolve("job/" + job + "/"));
        }
        System.out.println("over HTTP        " + jenkins.resolve("go-deploy/api/json?pretty"));
        System.out.println("administer       " + jenkins.resolve("manage/configure"));
    }

    private static void say(String what) {
        System.out.println("\n== " + what);
    }
}
