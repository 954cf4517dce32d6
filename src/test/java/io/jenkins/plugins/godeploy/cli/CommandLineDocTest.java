package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.jenkins.plugins.godeploy.history.DeploymentJson;
import io.jenkins.plugins.godeploy.history.Deployments;
import io.jenkins.plugins.godeploy.history.HistoryRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import picocli.CommandLine;

/** What docs/command-line.md shows is what the command line takes and prints. */
public class CommandLineDocTest {
    private static final Pattern FENCED = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @Test
    public void everyExampleIsUnderstood() throws Exception {
        int examples = 0;
        Matcher block = FENCED.matcher(doc());
        while (block.find()) {
            for (String line : block.group(1).split("\n")) {
                String[] words = line.replace("\"", "").split(" ");
                assertEquals("go-deploy", words[0]);
                CommandLine commandLine = Main.commandLine(new Cli(Path.of(".")).surroundings());
                commandLine.parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
                examples++;
            }
        }
        assertEquals(21, examples);
    }

    @Test
    public void everyKeyIsExplained() throws Exception {
        String doc = doc();
        Map<String, Object> map = DeploymentJson.toMap(new HistoryRecord(1, Deployments.of("1.0.0")));
        List<String> keys = new ArrayList<>(map.keySet());
        ((Map<?, ?>) ((List<?>) map.get("hosts")).get(0)).keySet().forEach(key -> keys.add((String) key));
        for (String key : keys) {
            assertTrue(key, doc.contains("`" + key + "`"));
        }
    }

    private static String doc() throws Exception {
        return Files.readString(Path.of("docs/command-line.md"));
    }
}
