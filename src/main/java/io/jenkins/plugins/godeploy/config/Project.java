package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.build.GoBuild;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code godeploy.yaml} says.
 *
 * @param service name of the service
 * @param build how it is built; its service is {@code service}
 * @param environments by name, in the file's order; may be empty
 */
public record Project(String service, GoBuild build, Map<String, Environment> environments) implements Serializable {
    public Project {
        environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
    }

    /**
     * The environment of that name.
     *
     * @throws BadInputException if there is none; it lists those that there are
     */
    public Environment environment(String name) {
        Environment environment = environments.get(name);
        if (environment != null) {
            return environment;
        }
        String there = environments.isEmpty()
                ? "godeploy.yaml defines none."
                : NearestWord.of(name, environments.keySet())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("there are " + String.join(", ", environments.keySet()) + ".");
        throw new BadInputException("There is no environment '" + Printable.shortened(name) + "'; " + there);
    }
}
