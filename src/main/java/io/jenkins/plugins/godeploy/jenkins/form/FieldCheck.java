package io.jenkins.plugins.godeploy.jenkins.form;

import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.godeploy.BadInputException;
import java.util.function.Consumer;
import jenkins.model.Jenkins;

/** Checks what is typed into a form, for those who may configure it; others are told nothing. */
public final class FieldCheck {
    private FieldCheck() {}

    /**
     * Checks one value; an empty one stands for a default and is right.
     *
     * @param item the job that the form belongs to; null for none
     * @param rule throws {@link BadInputException} if the value breaks it
     */
    public static FormValidation value(Item item, String value, Consumer<String> rule) {
        String trimmed = Util.fixEmptyAndTrim(value);
        return !mayConfigure(item) || trimmed == null ? FormValidation.ok() : hold(() -> rule.accept(trimmed));
    }

    /** Checks a list that is typed a line each. */
    public static FormValidation lines(Item item, String value, Consumer<String> rule) {
        return mayConfigure(item) ? hold(() -> TextLines.split(value).forEach(rule)) : FormValidation.ok();
    }

    /** Whether the form may tell the current user what there is. */
    public static boolean mayConfigure(Item item) {
        return item == null ? Jenkins.get().hasPermission(Jenkins.ADMINISTER) : item.hasPermission(Item.CONFIGURE);
    }

    private static FormValidation hold(Runnable rule) {
        try {
            rule.run();
            return FormValidation.ok();
        } catch (BadInputException e) {
            return FormValidation.error(e.getMessage());
        }
    }
}
