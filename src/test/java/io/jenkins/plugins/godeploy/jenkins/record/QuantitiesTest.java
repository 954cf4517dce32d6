package io.jenkins.plugins.godeploy.jenkins.record;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class QuantitiesTest {
    @Test
    public void durationsHaveTheUnitThatPeopleWouldUse() {
        assertEquals("17 ms", Quantities.duration(17));
        assertEquals("1.3 s", Quantities.duration(1_300));
        assertEquals("42 s", Quantities.duration(42_900));
        assertEquals("6 min 3 s", Quantities.duration(363_000));
    }

    @Test
    public void sizesAreInDecimalUnits() {
        assertEquals("999 B", Quantities.bytes(999));
        assertEquals("1.0 kB", Quantities.bytes(1_000));
        assertEquals("61 kB", Quantities.bytes(61_200));
        assertEquals("1.0 MB", Quantities.bytes(999_900));
        assertEquals("3.5 MB", Quantities.bytes(3_510_000));
        assertEquals("2.0 GB", Quantities.bytes(2_000_000_000));
    }
}
