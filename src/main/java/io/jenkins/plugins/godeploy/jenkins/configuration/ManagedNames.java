package io.jenkins.plugins.godeploy.jenkins.configuration;

import io.jenkins.plugins.godeploy.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The names of an administrator's environments. They are the administrator's alone: no repository and no step defines
 * one of such a name, however it is written.
 */
public final class ManagedNames {
    /** An environment by its name. */
    public interface Entry {
        String getName();

        /** The only service that it is for; null for every one. */
        String getService();
    }

    private ManagedNames() {}

    /**
     * Whether a name is taken.
     *
     * @throws BadInputException if it is, but written with other capitals
     */
    public static boolean isTaken(List<? extends Entry> entries, String name) {
        for (Entry entry : entries) {
            if (entry.getName().equalsIgnoreCase(name)) {
                if (entry.getName().equals(name)) {
                    return true;
                }
                throw new BadInputException("There is no environment '" + name + "' beside " + entry.getName()
                        + ", which an administrator has defined in Jenkins; write it so, or choose another name.");
            }
        }
        return false;
    }

    /**
     * The environment of a taken name that is for a service: the one that names it, else the one for every service.
     *
     * @throws BadInputException if all are for other services
     */
    public static <E extends Entry> E choose(List<E> entries, String name, String service) {
        List<E> named =
                entries.stream().filter(entry -> entry.getName().equals(name)).toList();
        return named.stream()
                .filter(entry -> service.equals(entry.getService()))
                .findFirst()
                .or(() -> named.stream()
                        .filter(entry -> entry.getService() == null)
                        .findFirst())
                .orElseThrow(() -> new BadInputException("Environment " + name
                        + " is an administrator's, in Jenkins itself, and for "
                        + named.stream().map(Entry::getService).collect(Collectors.joining(", ")) + " alone, not for "
                        + service + "; ask an administrator for one, or choose a name of your own."));
    }

    /** @throws BadInputException if a name is there twice for the same service, or in different capitals */
    public static void requireDistinct(List<? extends Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (Entry before : entries.subList(0, i)) {
                distinct(before, entries.get(i));
            }
        }
    }

    private static void distinct(Entry before, Entry entry) {
        if (!key(before).equals(key(entry))) {
            return;
        }
        if (!before.getName().equals(entry.getName())) {
            throw new BadInputException("The environments " + before.getName() + " and " + entry.getName()
                    + " differ in capitals alone; write them the same.");
        }
        if (Objects.equals(before.getService(), entry.getService())) {
            throw new BadInputException("Environment " + entry.getName() + " is there twice for "
                    + (entry.getService() == null ? "every service" : "the service " + entry.getService())
                    + "; leave one away.");
        }
    }

    private static String key(Entry entry) {
        return entry.getName().toLowerCase(Locale.ROOT);
    }
}
