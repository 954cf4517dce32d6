package io.jenkins.plugins.godeploy.real;

import static org.junit.Assume.assumeTrue;

import io.jenkins.plugins.godeploy.demo.Account;
import io.jenkins.plugins.godeploy.demo.Controller;
import io.jenkins.plugins.godeploy.demo.Folders;
import io.jenkins.plugins.godeploy.demo.InboundAgent;
import io.jenkins.plugins.godeploy.demo.Installation;
import io.jenkins.plugins.godeploy.demo.Session;
import io.jenkins.plugins.godeploy.demo.TestHosts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Jenkins that is checked: its address and users, one agent, three hosts, a credential, an environment. */
final class Real {
    static final String AGENT = "checks";
    static final String KEY = "checks-key";
    static final String SYSTEM_KEY = "checks-system-key";
    static final String ENVIRONMENT = "checks";

    private static Real opened;

    private final URI address;
    private final Account administrator;
    private final TestHosts hosts;
    private Installation installation;
    private InboundAgent agent;
    private Roles roles;

    private Real(URI address, Account administrator, TestHosts hosts) {
        this.address = address;
        this.administrator = administrator;
        this.hosts = hosts;
    }

    /** @param address null for a Jenkins of our own, from war and plugins */
    static void open(URI address, Path war, Path plugins) throws IOException, InterruptedException {
        TestHosts hosts = TestHosts.started();
        Map<String, String> variables = Map.of("SHOP", System.getProperty("shop"));
        if (address == null) {
            if (war == null || plugins == null) {
                throw new IOException("Which Jenkins? --war WAR --plugins DIR, or --url URL.");
            }
            Installation own = Installation.create(war, plugins, Path.of(System.getProperty("plugin")), 0);
            closeAtTheEnd(own);
            own.start(AGENT, variables);
            opened = new Real(own.jenkins().address(), own.jenkins().administrator(), hosts);
            opened.installation = own;
            opened.agent = own.agent();
        } else {
            String file = System.getenv("GODEPLOY_JENKINS_ACCOUNT");
            if (file == null) {
                throw new IOException("Set GODEPLOY_JENKINS_ACCOUNT to a file with an administrator's user:password.");
            }
            opened = new Real(address, Account.read(Path.of(file)), hosts);
            Path folder = Folders.temporary("go-deploy-agent");
            opened.agent = new InboundAgent(opened.controller(), address, AGENT, folder, variables);
            closeAtTheEnd(opened.agent);
            closeAtTheEnd(() -> Folders.delete(folder));
            opened.agent.start();
        }
        opened.setUp();
    }

    private static void closeAtTheEnd(AutoCloseable what) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                what.close();
            } catch (Exception e) {
                System.err.println("src/it/real/run: " + e);
            }
        }));
    }

    private void setUp() throws IOException, InterruptedException {
        Map<String, Object> environment = hosts.environment(ENVIRONMENT, SYSTEM_KEY);
        String user = environment.get("user").toString();
        controller().addKey(KEY, "GLOBAL", user, hosts.privateKey());
        controller().addKey(SYSTEM_KEY, "SYSTEM", user, hosts.privateKey());
        setEnvironments(List.of(environment));
        roles = Roles.create(controller());
    }

    static Real get() {
        return opened;
    }

    /** An administrator's. */
    Controller controller() {
        return new Controller(as(administrator));
    }

    Session as(Account account) {
        return new Session(address, account);
    }

    URI address() {
        return address;
    }

    Account administrator() {
        return administrator;
    }

    Roles roles() {
        assumeTrue("users cannot be made here", roles != null);
        return roles;
    }

    InboundAgent agent() {
        return agent;
    }

    TestHosts hosts() {
        return hosts;
    }

    /** The one that this run started. */
    Installation installation() {
        assumeTrue("this Jenkins is not ours to end", installation != null);
        return installation;
    }

    /** Of an administrator, as {@link TestHosts#environment} has them. */
    void setEnvironments(List<Map<String, Object>> environments) throws IOException, InterruptedException {
        controller().setEnvironments(environments);
    }
}
