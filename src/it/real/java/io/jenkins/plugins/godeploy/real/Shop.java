package io.jenkins.plugins.godeploy.real;

import static org.junit.Assert.assertEquals;

import io.jenkins.plugins.godeploy.demo.Account;
import io.jenkins.plugins.godeploy.demo.JobXml;
import io.jenkins.plugins.godeploy.demo.Session;
import io.jenkins.plugins.godeploy.demo.TestHosts.Host;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service that is deployed, and parts of the scripts that deploy it. */
final class Shop {
    private static final Pattern VERSION = Pattern.compile("\"version\":\"([^\"]*)\"");

    private Shop() {}

    /** Steps that leave a checkout of a version in the workspace. */
    static String checkOut(String version) {
        return "deleteDir(); sh 'git -c advice.detachedHead=false clone -q --branch v" + version + " \"$SHOP\" .'\n";
    }

    /** A scripted Pipeline on the agent that builds a version and then does what the steps say. */
    static String built(String version, String steps) {
        return "node('" + Real.AGENT + "') {\n" + checkOut(version) + "goBuild main: './cmd/shop'\n" + steps + "\n}";
    }

    /** As {@link #built}, of a release that no host has and whose bytes take a while to be sent. */
    static String builtLarge(String version, String steps) {
        return "node('" + Real.AGENT + "') {\n" + checkOut("1.1.0")
                + "sh 'head -c 30000000 /dev/urandom >ballast'\n"
                + "goBuild main: './cmd/shop', version: '" + version + "', files: ['ballast']\n" + steps + "\n}";
    }

    /** Sees to it that all hosts serve a version. */
    static void deploy(String version) throws IOException, InterruptedException {
        if (allServe(version)) {
            return;
        }
        Builds.pipeline("checks-prepare", built(version, "goDeploy environment: '" + Real.ENVIRONMENT + "'"))
                .requireEnd("SUCCESS");
        requireServes(version);
    }

    /** Builders of a freestyle job that leave a checkout of a version in the workspace, and build it. */
    static String freestyleBuild(String version) {
        return JobXml.shell("rm -rf ./* .git\ngit -c advice.detachedHead=false clone -q --branch v" + version
                        + " \"$SHOP\" .")
                + "<io.jenkins.plugins.godeploy.jenkins.build.GoBuildBuilder><step><main>./cmd/shop</main></step>"
                + "</io.jenkins.plugins.godeploy.jenkins.build.GoBuildBuilder>";
    }

    /** Asks the service on each host, and not this plugin. */
    static void requireServes(String version) throws IOException, InterruptedException {
        for (Host host : Real.get().hosts().list()) {
            assertEquals(host.name(), version, serves(host));
        }
    }

    private static boolean allServe(String version) throws IOException, InterruptedException {
        for (Host host : Real.get().hosts().list()) {
            try {
                if (!version.equals(serves(host))) {
                    return false;
                }
            } catch (IOException e) {
                return false; // nothing was deployed yet; a relay before the host accepts, and says nothing
            }
        }
        return true;
    }

    /** The version that answers on a host. */
    static String serves(Host host) throws IOException, InterruptedException {
        URI address = URI.create("http://" + host.address() + ":" + host.servicePort());
        String body = new Session(address, Account.ANONYMOUS).text("/version");
        Matcher version = VERSION.matcher(body);
        return version.find() ? version.group(1) : body;
    }
}
