package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;

/**
 * The rules of an environment's fields one by one, for a form that tells while it is filled in. Each throws
 * {@link BadInputException} if a value breaks its rule.
 */
public final class EnvironmentFields {
    private EnvironmentFields() {}

    public static void user(String name) {
        EnvironmentRules.user(name);
    }

    /** A key's certificate. */
    public static void certificate(String line) {
        EnvironmentRules.certificate(line);
    }

    /** The service's folder. */
    public static void path(String path) {
        PathRule.service(path);
    }

    public static void unit(String name) {
        ServiceManagerRules.unit(name);
    }

    public static void branches(String expression) {
        EnvironmentRules.branches(expression);
    }

    /** @param number as it was typed */
    public static void keep(String number) {
        if (!number.matches("[0-9]{1,6}")) {
            throw new BadInputException(
                    "'" + Printable.shortened(number) + "' is not a number of releases; it takes 2 to" + " 1000.");
        }
        EnvironmentRules.keep(Integer.parseInt(number));
    }

    /** How many hosts are a batch. */
    public static void batch(String text) {
        EnvironmentRules.batch(text);
    }

    /** @param number as it was typed */
    public static void maxFailures(String number) {
        EnvironmentRules.maxFailures(number("maxFailures", number));
    }

    /** Of a health check by HTTP. */
    public static void url(String text) {
        HealthRules.url(text);
    }

    /**
     * Of a health check by HTTP.
     *
     * @param number as it was typed
     */
    public static void status(String number) {
        HealthRules.status(number("status", number));
    }

    /** Of a health check by TCP. */
    public static void address(String text) {
        HealthRules.address(text);
    }

    /**
     * Of a health check by TCP.
     *
     * @param number as it was typed
     */
    public static void port(String number) {
        HealthRules.port(number("port", number));
    }

    /** Of a health check by a command. */
    public static void command(String text) {
        ServiceManagerRules.command("command", text);
    }

    /** @param number as it was typed */
    public static void successes(String number) {
        HealthRules.successes(number("successes", number));
    }

    private static int number(String key, String text) {
        if (!text.matches("-?[0-9]{1,6}")) {
            throw new BadInputException(key + " is '" + Printable.shortened(text) + "'; it takes a number.");
        }
        return Integer.parseInt(text);
    }
}
