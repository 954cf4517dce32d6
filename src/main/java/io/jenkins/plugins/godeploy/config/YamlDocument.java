package io.jenkins.plugins.godeploy.config;

import io.jenkins.plugins.godeploy.BadInputException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML text as far as its tree of nodes. No object is ever made from a tag, and aliases cannot make a small text
 * large.
 */
final class YamlDocument {
    static final int SIZE = 1024 * 1024;
    private static final int DEPTH = 20;
    private static final int ALIASES = 20;

    private YamlDocument() {}

    /** @throws BadInputException if it is not one YAML document, with its position where there is one */
    static YamlValue read(String text, String source) {
        if (text.length() > SIZE) {
            throw new BadInputException(
                    source + ": the file has " + text.length() + " characters; it takes at most " + SIZE + ".");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH);
        limits.setMaxAliasesForCollections(ALIASES);
        limits.setCodePointLimit(SIZE);
        Node root;
        try {
            root = new Composer(new ParserImpl(new StreamReader(text), limits), new Resolver(), limits).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw notYaml(position(source, e.getProblemMark()), e.getProblem(), e);
        } catch (ReaderException e) {
            String before = text.substring(0, Math.min(e.getPosition(), text.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            String problem = String.format("the character U+%04X is not allowed", e.getCodePoint());
            throw notYaml(source + ":" + line + ":" + column, problem, e);
        } catch (YAMLException e) {
            throw notYaml(source, e.getMessage(), e);
        }
        if (root == null) {
            throw new BadInputException(source + ":1:1: the file is empty; it takes at least the key service.");
        }
        return new YamlValue(source, "", root);
    }

    static String position(String source, Mark mark) {
        return mark == null ? source : source + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static BadInputException notYaml(String position, String problem, YAMLException cause) {
        return new BadInputException(
                position + ": this is not YAML that can be read here: " + Printable.oneLine(problem)
                        + "; look at the indentation, quotes and brackets there and just before.",
                cause);
    }
}
