package io.jenkins.plugins.godeploy.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.Test;

public class TemplateTest {
    private static final String KNOWN =
            " (known are .Arch, .Binary, .Commit, .CommitDate, .CommitTimestamp, .Os, .ShortCommit, .Version).";

    /** Each name stands for itself in angle brackets. */
    private final Map<String, String> values =
            Template.NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> "<$" + name + ">"));

    @Test
    public void replacesEveryNameHoweverItIsSpaced() {
        assertEquals(
                "a <$Version>-<$Os>/<$Arch>}} $1",
                Template.expand("ldflags", "a {{.Version}}-{{ .Os }}/{{- .Arch -}}}} $1", values));
    }

    @Test
    public void leavesTextWithoutNamesAlone() {
        assertEquals("-s -w {x}", Template.expand("ldflags", "-s -w {x}", values));
    }

    @Test
    public void namesTheNearestOfAMisspeltName() {
        assertRefused("{{ .Verson }}", "The ldflags use .Verson, which is not a name; the nearest is .Version" + KNOWN);
    }

    @Test
    public void listsWhatIsKnownForAStrangeName() {
        assertRefused("{{ .Date }}", "The ldflags use .Date, which is not a name" + KNOWN);
    }

    @Test
    public void refusesMoreOfTheLanguageThanNames() {
        assertRefused(
                "{{ if .Version }}",
                "The ldflags hold '{{ if .Version }}', which is not a name in braces such as {{ .Version }}" + KNOWN);
    }

    @Test
    public void refusesBracesThatAreNotClosed() {
        assertRefused(
                "x {{ .Version }",
                "The ldflags hold '{{ .Version }', which is not a name in braces such as {{ .Version }}" + KNOWN);
    }

    private static void assertRefused(String text, String message) {
        BadInputException e = assertThrows(
                BadInputException.class, () -> GoBuild.builder().ldflags(text).build());
        assertEquals(message, e.getMessage());
    }
}
