package io.jenkins.plugins.godeploy.cli;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class TerminalTextTest {
    @Test
    public void bytesHaveDecimalUnits() {
        assertEquals("0 B", TerminalText.bytes(0));
        assertEquals("999 B", TerminalText.bytes(999));
        assertEquals("1.0 kB", TerminalText.bytes(1000));
        assertEquals("1.0 MB", TerminalText.bytes(999_960));
        assertEquals("3.5 MB", TerminalText.bytes(3_510_000));
        assertEquals("12.0 GB", TerminalText.bytes(12_000_000_000L));
    }

    @Test
    public void durationsAreShort() {
        assertEquals("0.0s", TerminalText.duration(3));
        assertEquals("4.2s", TerminalText.duration(4200));
        assertEquals("1m00s", TerminalText.duration(59_980));
        assertEquals("61m07s", TerminalText.duration(3_667_000));
    }
}
