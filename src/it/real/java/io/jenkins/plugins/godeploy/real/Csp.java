package io.jenkins.plugins.godeploy.real;

import java.io.IOException;

/** Jenkins' Content-Security-Policy, which it only reports on unless it is enforced. */
final class Csp {
    private Csp() {}

    static void enforce() throws IOException, InterruptedException {
        Real.get().controller().session().groovy("""
                def type = Class.forName('jenkins.security.csp.impl.CspConfiguration', true,
                    jenkins.model.Jenkins.get().pluginManager.uberClassLoader)
                hudson.ExtensionList.lookupSingleton(type).enforce = true
                """);
    }
}
