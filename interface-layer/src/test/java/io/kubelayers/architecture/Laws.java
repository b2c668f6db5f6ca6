package io.kubelayers.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The laws that jqwik checks, found in the test sources: the name of each property method is its sentence. */
final class Laws {
    private static final Pattern PROPERTY = Pattern.compile("@Property(?:\\([^)]*\\))?\\s+(?:public )?void (\\w+)\\(");
    private static final List<String> MODULES =
            List.of("nucleus-core", "application-layer", "governance-layer", "interface-layer", "examples");

    private Laws() {}

    /** The page that lists them, each class with its file. */
    static String page(Path root) {
        var page = new StringBuilder(
                """
                # Laws

                What holds for any input, each checked by jqwik on hundreds of generated ones. This page is made from the
                test sources; `HouseRulesTest` fails when it is out of date and says how to write it anew.
                """);
        for (var module : MODULES) {
            var found = ofModule(root, module);
            if (found.isEmpty()) {
                continue;
            }
            page.append("\n## ").append(module).append('\n');
            found.forEach((file, laws) -> {
                var name = file.getFileName().toString().replace(".java", "");
                page.append("\n[")
                        .append(name)
                        .append("](../")
                        .append(slashes(file))
                        .append(")\n\n");
                laws.forEach(law -> page.append("- ").append(law).append('\n'));
            });
        }
        return page.toString();
    }

    private static TreeMap<Path, TreeSet<String>> ofModule(Path root, String module) {
        var found = new TreeMap<Path, TreeSet<String>>();
        try (Stream<Path> files = Files.walk(root.resolve(module))) {
            files.filter(file -> slashes(file).contains("/src/test/")
                            && slashes(file).endsWith(".java"))
                    .forEach(file -> {
                        var laws = of(file);
                        if (!laws.isEmpty()) {
                            found.put(root.relativize(file), laws);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static TreeSet<String> of(Path file) {
        try {
            var laws = new TreeSet<String>();
            var matcher = PROPERTY.matcher(Files.readString(file));
            while (matcher.find()) {
                laws.add(sentence(matcher.group(1)));
            }
            return laws;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code theOrderDoesNotMatter} and {@code the_order_does_not_matter} read "The order does not matter". */
    private static String sentence(String method) {
        var words = method.replace('_', ' ')
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
