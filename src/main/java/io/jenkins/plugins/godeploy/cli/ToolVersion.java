package io.jenkins.plugins.godeploy.cli;

import picocli.CommandLine.IVersionProvider;

/** This program's own version, from the jar's manifest. */
final class ToolVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"go-deploy " + (version == null ? "(not packaged)" : version)};
    }
}
