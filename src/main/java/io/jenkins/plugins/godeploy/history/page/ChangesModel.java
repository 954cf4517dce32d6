package io.jenkins.plugins.godeploy.history.page;

import io.jenkins.plugins.godeploy.history.Changes;
import io.jenkins.plugins.godeploy.history.ReleaseStore;
import io.jenkins.plugins.godeploy.release.Commit;
import io.jenkins.plugins.godeploy.release.Release;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came with a release, as plain maps for a page. */
final class ChangesModel {
    private ChangesModel() {}

    /** @return null where one of the two is not known any more */
    static Map<String, Object> between(ReleaseStore releases, String service, String before, String after)
            throws IOException {
        Optional<Release> old = releases.find(service, before);
        Optional<Release> now = releases.find(service, after);
        if (old.isEmpty() || now.isEmpty()) {
            return null;
        }
        Changes changes = Changes.between(old.get(), now.get());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("before", old.get().version());
        map.put("after", now.get().version());
        map.put("people", changes.people());
        map.put("complete", changes.complete());
        map.put("commits", changes.commits().stream().map(ChangesModel::commit).toList());
        map.put("modules", changes.modules().stream().map(ChangesModel::module).toList());
        return map;
    }

    private static Map<String, Object> commit(Commit commit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("hash", commit.hash());
        map.put("date", EntryModel.time(commit.date()));
        map.put("author", commit.author());
        map.put("subject", commit.subject());
        return map;
    }

    private static Map<String, Object> module(Changes.Module module) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", module.path());
        map.put("before", module.before());
        map.put("after", module.after());
        return map;
    }
}
