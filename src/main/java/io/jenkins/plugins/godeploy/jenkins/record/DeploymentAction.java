package io.jenkins.plugins.godeploy.jenkins.record;

import hudson.model.Run;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.JsonText;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;

/** The deployments of a build, on its page. */
public final class DeploymentAction implements RunAction2 {
    /** A line of JSON each, as in the history, whose readers know what older versions wrote. */
    private final List<String> records = new ArrayList<>();

    private transient Run<?, ?> run;

    DeploymentAction() {}

    synchronized void add(HistoryRecord kept) {
        String line = JsonText.line(DeploymentJson.toMap(kept));
        if (!records.contains(line)) {
            records.add(line);
        }
    }

    synchronized HistoryRecord find(String id) {
        return records.stream()
                .map(line -> DeploymentJson.toRecord(JsonText.read(line)))
                .filter(kept -> kept.deployment().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** For the views, in the order in which they ended. */
    public synchronized List<DeploymentView> getDeployments() {
        return records.stream()
                .map(line -> new DeploymentView(DeploymentJson.toRecord(JsonText.read(line))))
                .toList();
    }

    /** The build, under the name by which Jenkins' pages of a build look for it. */
    public Run<?, ?> getObject() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return Messages.DeploymentAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "deployments";
    }

    @Override
    public void onAttached(Run<?, ?> attachedTo) {
        this.run = attachedTo;
    }

    @Override
    public void onLoad(Run<?, ?> loaded) {
        this.run = loaded;
    }
}
