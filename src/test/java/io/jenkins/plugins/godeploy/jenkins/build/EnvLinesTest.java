package io.jenkins.plugins.godeploy.jenkins.build;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class EnvLinesTest {
    @Test
    public void aValueMayHoldEqualsSigns() {
        assertEquals(Map.of("GOFLAGS", "-mod=vendor"), EnvLines.parse(List.of("GOFLAGS=-mod=vendor")));
    }

    @Test
    public void nothingIsNoVariables() {
        assertEquals(Map.of(), EnvLines.parse(null));
    }

    @Test
    public void whatIsNoVariableIsRefusedWithoutItsValueWhichMayBeASecret() {
        BadInputException refused = assertThrows(BadInputException.class, () -> EnvLines.parse(List.of("A B=s3cret")));
        assertEquals(
                "In env, 'A B=...' is not a variable; it is written NAME=value, such as GOFLAGS=-mod=vendor.",
                refused.getMessage());
    }
}
