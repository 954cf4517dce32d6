package io.jenkins.plugins.godeploy.real;

import java.util.List;
import org.junit.runner.Description;
import org.junit.runner.manipulation.Filter;

/** The checks that were asked for. */
final class Only extends Filter {
    private final List<String> names;

    /** @param names of classes, or of their methods behind a dot; empty for all */
    Only(List<String> names) {
        this.names = names;
    }

    @Override
    public boolean shouldRun(Description description) {
        if (names.isEmpty()) {
            return true;
        }
        if (!description.isTest()) {
            return description.getChildren().stream().anyMatch(this::shouldRun);
        }
        String type = description.getTestClass().getSimpleName();
        return names.contains(type) || names.contains(type + "." + description.getMethodName());
    }

    @Override
    public String describe() {
        return String.join(", ", names);
    }
}
