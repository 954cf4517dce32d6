package io.jenkins.plugins.godeploy.host;

import io.jenkins.plugins.godeploy.shell.Script;

/**
 * What is deployed and by whom, as every script is told.
 *
 * @param path absolute path of the service's folder
 * @param manager what starts the service
 * @param deployment ID of the deployment
 * @param actor who deploys; null if unknown
 * @param url of the build that deploys; null for none
 */
public record ServiceOnHost(String path, ServiceManager manager, String deployment, String actor, String url) {
    Script values(Script script) {
        return script.set("path", path)
                .set("deployment", deployment)
                .set("owner", oneLine(actor))
                .set("url", oneLine(url))
                .set("owner_json", JsonText.of(actor))
                .set("url_json", JsonText.of(url));
    }

    /** The lock is a file of lines. */
    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }
}
