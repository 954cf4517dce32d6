package io.jenkins.plugins.godeploy.docs;

import io.jenkins.plugins.godeploy.testing.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project. */
record Document(Path file, String text) {
    private static final Pattern FENCED = Pattern.compile("(?m)^```(\\w+)\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    static Document of(String path) throws IOException {
        Path file = Machine.project().resolve(path);
        return new Document(file, Files.readString(file));
    }

    /** All of them: in the project's folder and in docs. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String folder : List.of("", "docs")) {
            try (Stream<Path> files = Files.list(Machine.project().resolve(folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                    documents.add(new Document(file, Files.readString(file)));
                }
            }
        }
        return documents;
    }

    /** The texts of its fenced blocks of a language. */
    List<String> fenced(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Where its links lead, but for those that leave the project. */
    List<String> links() {
        Matcher prose = LINK.matcher(FENCED.matcher(text).replaceAll(""));
        return prose.results()
                .map(link -> link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** Its headings as GitHub makes anchors of them. */
    List<String> anchors() {
        return HEADING.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
