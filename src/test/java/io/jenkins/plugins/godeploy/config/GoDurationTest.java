package io.jenkins.plugins.godeploy.config;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.time.Duration;
import org.junit.Test;

public class GoDurationTest {
    @Test
    public void readsWhatGoWrites() {
        assertEquals(Duration.ofSeconds(5), GoDuration.parse("5s"));
        assertEquals(Duration.ofSeconds(90), GoDuration.parse("1m30s"));
        assertEquals(Duration.ofMillis(500), GoDuration.parse("500ms"));
        assertEquals(Duration.ofMinutes(90), GoDuration.parse("1.5h"));
        assertEquals(Duration.ZERO, GoDuration.parse("0"));
    }

    @Test
    public void writesWhatItReads() {
        for (String text : new String[] {"5s", "1m30s", "500ms", "1h30m", "1s250ms", "0s"}) {
            assertEquals(text, GoDuration.format(GoDuration.parse(text)));
        }
    }

    @Test
    public void aNumberWithoutUnitIsToldWhichOneIsMissing() {
        BadInputException complaint = assertThrows(BadInputException.class, () -> GoDuration.parse("5"));

        assertEquals("'5' is not a duration; it takes a number with a unit, such as 5s.", complaint.getMessage());
    }

    @Test
    public void othersAreRefused() {
        for (String text : new String[] {"", "s", "-5s", "5 s", "5S", "five", "1d", "5s\n", "٥s", "9999999999s"}) {
            assertThrows(text, BadInputException.class, () -> GoDuration.parse(text));
        }
        assertThrows(BadInputException.class, () -> GoDuration.parse(null));
    }
}
