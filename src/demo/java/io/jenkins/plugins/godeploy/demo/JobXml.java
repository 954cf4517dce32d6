package io.jenkins.plugins.godeploy.demo;

import java.util.List;

/** The config.xml of jobs. */
public final class JobXml {
    private JobXml() {}

    public static String pipeline(String script) {
        return pipeline(script, List.of());
    }

    /** @param versions the choices of the parameter VERSION; empty for a job without parameters */
    public static String pipeline(String script, List<String> versions) {
        return "<flow-definition>" + parameters(versions)
                + "<definition class=\"org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition\"><script>" + escape(script)
                + "</script><sandbox>true</sandbox></definition></flow-definition>";
    }

    /** @param builders elements of XML */
    public static String freestyle(String label, List<String> versions, String builders) {
        return "<project>" + parameters(versions) + "<assignedNode>" + escape(label)
                + "</assignedNode><canRoam>false</canRoam><builders>" + builders + "</builders></project>";
    }

    /** A build step of a freestyle job that runs a shell script. */
    public static String shell(String script) {
        return "<hudson.tasks.Shell><command>" + escape(script) + "</command></hudson.tasks.Shell>";
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String parameters(List<String> versions) {
        if (versions.isEmpty()) {
            return "";
        }
        StringBuilder choices = new StringBuilder();
        versions.forEach(
                version -> choices.append("<string>").append(escape(version)).append("</string>"));
        return "<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
                + "<hudson.model.ChoiceParameterDefinition><name>VERSION</name><choices>" + choices
                + "</choices></hudson.model.ChoiceParameterDefinition>"
                + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>";
    }
}
