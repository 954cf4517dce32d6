package io.jenkins.plugins.godeploy.jenkins.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class TextLinesTest {
    @Test
    public void blankLinesAndBlanksAtTheEndsAreNoPartOfAList() {
        assertEquals(List.of("web1", "web 2"), TextLines.split(" web1\r\n\n  web 2\n"));
    }

    @Test
    public void aListIsShownAsItIsTyped() {
        assertEquals("web1\nweb2", TextLines.join(TextLines.split("web1\nweb2")));
    }

    @Test
    public void aListWithNothingInItIsNone() {
        assertNull(TextLines.fixEmpty(Arrays.asList("", null, "  ")));
        assertNull(TextLines.fixEmpty(null));
    }
}
