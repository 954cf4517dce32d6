package io.jenkins.plugins.godeploy.config;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class NearestWordTest {
    private static final List<String> KEYS = List.of("hosts", "health", "keep", "rollingUpdate");

    @Test
    public void findsTheWordThatWasMeant() {
        assertEquals(Optional.of("hosts"), NearestWord.of("host", KEYS));
        assertEquals(Optional.of("rollingUpdate"), NearestWord.of("rolling_update", KEYS));
        assertEquals(Optional.of("health"), NearestWord.of("Health", KEYS));
    }

    @Test
    public void saysNothingWhenNothingIsNear() {
        assertEquals(Optional.empty(), NearestWord.of("replicas", KEYS));
        assertEquals(Optional.empty(), NearestWord.of("h".repeat(1000), KEYS));
    }
}
