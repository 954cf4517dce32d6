package io.jenkins.plugins.godeploy.jenkins.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.deploy.Deployment;
import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.Deployments;
import io.jenkins.plugins.godeploy.history.HistoryIndex;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import io.jenkins.plugins.godeploy.history.HistoryStore;
import io.jenkins.plugins.godeploy.history.HistoryView;
import io.jenkins.plugins.godeploy.history.JsonText;
import io.jenkins.plugins.godeploy.history.RecordedBuild;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ApiAnswerTest {
    private static final ApiQuery ALL = new ApiQuery(name -> null);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private HistoryStore store;
    private ApiAnswer answer;

    @Before
    public void history() {
        Path file = folder.getRoot().toPath().resolve("history.jsonl");
        store = new HistoryStore(file, 100);
        HistoryView view = new HistoryView(new HistoryIndex(file), new HistoryView.Viewer() {
            @Override
            public boolean sees(RecordedBuild build) {
                return true;
            }

            @Override
            public RecordedBuild named(RecordedBuild build) {
                return build;
            }
        });
        answer = new ApiAnswer(
                view, build -> build.job().equals("gone") ? null : "http://ci/" + build.job() + "/" + build.number());
    }

    @Test
    public void aDeploymentHasTheKeysOfTheCommandLineAndThoseOfTheBuild() throws Exception {
        Deployment deployment = Deployments.of("1.0.0");
        HistoryRecord kept = store.append(deployment, new RecordedBuild("key", "team/shop", 12));
        Map<String, Object> expected = new LinkedHashMap<>(DeploymentJson.toMap(kept));
        expected.put("url", "http://ci/team/shop/12");
        expected.put("job", "team/shop");
        expected.put("build", 12L);

        assertEquals(List.of(expected), answer.deployments(ALL).get("deployments"));
        assertTrue(answer.deployments(ALL).containsKey("next"));
    }

    @Test
    public void whatRunsWhereSaysSinceWhenAndByWhom() throws Exception {
        store.append(Deployments.of("1.0.0"), new RecordedBuild("key", "gone", 12));

        assertEquals(
                "[{\"service\":\"shop\",\"environment\":\"production\",\"host\":\"web1\","
                        + "\"release\":\"1.0.0-0123456789ab\",\"version\":\"1.0.0\",\"proof\":\"exact\","
                        + "\"since\":\"2026-03-01T12:00:04.323Z\",\"number\":1,\"actor\":\"alice\",\"url\":null,"
                        + "\"job\":\"gone\",\"build\":12}]",
                JsonText.line(answer.running(ALL)));
    }

    @Test
    public void hostileTextsStayTexts() throws Exception {
        String hostile = "</script><img src=x onerror=alert(1)>\u202E\u001b[2J\"\\\n\u2028";
        store.append(Deployments.hostile(hostile), new RecordedBuild("key", hostile, 1));

        String json = JsonText.line(answer.deployments(ALL));

        assertTrue(json, json.chars().allMatch(c -> c >= ' ' && c < 0x7f));
        Map<?, ?> back = (Map<?, ?>) ((List<?>) JsonText.read(json).get("deployments")).get(0);
        assertEquals(hostile, back.get("job"));
        assertEquals(hostile, back.get("service"));
    }

    @Test
    public void everyKeyIsExplained() throws Exception {
        store.append(Deployments.of("1.0.0"), new RecordedBuild("key", "shop", 12));
        String doc = Files.readString(Path.of("docs/http-api.md"));
        List<String> keys = new ArrayList<>(answer.running(ALL).get(0).keySet());
        keys.addAll(
                List.of("job", "build", "next", "deployments", "running", "environments", "hosts", "address", "port"));

        for (String key : keys) {
            assertTrue(key, doc.contains("`" + key + "`"));
        }
    }
}
