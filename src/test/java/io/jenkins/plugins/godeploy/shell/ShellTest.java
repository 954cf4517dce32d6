package io.jenkins.plugins.godeploy.shell;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public class ShellTest {
    private static final List<String> HOSTILE = List.of(
            "",
            "plain",
            "it's",
            "''",
            "a b\tc",
            "line\nbreak",
            "$(touch /tmp/x) `id` $HOME \\ \" ; & | > < * ? ~ # !",
            "-n",
            "发布",
            "end\n");

    @Test
    public void aQuotedValueIsExactlyThatValueInEveryShell() throws Exception {
        for (String shell : List.of("sh", "bash")) {
            for (String value : HOSTILE) {
                assertEquals(shell, value, printed(shell, "printf %s " + Shell.quote(value)));
            }
        }
    }

    @Test
    public void aNulIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Shell.quote("a\0b"));
    }

    @Test
    public void aScriptHasItsValuesAndPartsWithoutComments() throws Exception {
        String script = new Script(ShellTest.class)
                .set("name", "it's")
                .set("nothing", null)
                .part("greet.sh")
                .text();

        assertEquals("name='it'\\''s'\nnothing=''\nprintf 'hello %s%s' \"$name\" \"$nothing\"\n", script);
        assertEquals("hello it's", printed("sh", script));
    }

    @Test
    public void onlyNamesOfOurScriptsAreSet() {
        assertThrows(IllegalArgumentException.class, () -> new Script(ShellTest.class).set("a;b", "x"));
    }

    private static String printed(String shell, String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(shell, "-c", script).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return out;
    }
}
