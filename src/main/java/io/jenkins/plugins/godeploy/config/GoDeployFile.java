package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import io.jenkins.plugins.godeploy.build.GoBuild;
import io.jenkins.plugins.godeploy.release.Names;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code godeploy.yaml}. Each complaint is one sentence that begins with {@code source:line:column:}. The format
 * is in docs/godeploy-yaml.md.
 */
public final class GoDeployFile {
    /** Who reads the file: on the command line it may name private keys, in Jenkins it may not. */
    public enum Reader {
        COMMAND_LINE,
        JENKINS
    }

    private GoDeployFile() {}

    /**
     * Reads a file in UTF-8.
     *
     * @throws BadInputException if it is not there or something in it is wrong
     * @throws IOException if it cannot be read
     */
    public static Project read(Path file, Reader reader) throws IOException {
        try {
            if (Files.size(file) > 4L * YamlDocument.SIZE) {
                throw new BadInputException(
                        file + " has " + Files.size(file) + " bytes; that is no godeploy.yaml, which takes at most "
                                + YamlDocument.SIZE + " characters.");
            }
            return parse(Files.readString(file), file.toString(), reader);
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    "There is no file " + file + "; name the right one, or write it as in" + " docs/godeploy-yaml.md.");
        } catch (CharacterCodingException e) {
            throw new BadInputException(file + " is not text in UTF-8; save it as that.");
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param source what messages call it, such as its path
     * @throws BadInputException if something in it is wrong
     */
    public static Project parse(String text, String source, Reader reader) {
        YamlMap file = YamlDocument.read(text, source).map("service", "build", "environments");
        String service = file.require("service", "shop").read("a name such as shop", Names::service);
        GoBuild build = BuildSection.read(file.get("build").orElse(null), service);
        Map<String, Environment> environments = new LinkedHashMap<>();
        file.get("environments").ifPresent(value -> {
            YamlMap map = value.map();
            map.names().forEach((name, position) -> {
                position.read("a name such as production", Names::environment);
                YamlValue settings = map.get(name).orElseThrow();
                environments.put(name, new EnvironmentSection(name, service, reader).read(position, settings));
            });
        });
        return new Project(service, build, environments);
    }
}
