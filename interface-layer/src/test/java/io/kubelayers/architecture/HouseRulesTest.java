package io.kubelayers.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house about files rather than classes: pages that are true, files that fit a head. */
class HouseRulesTest {
    private static final Path ROOT = root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final int MOST_LINES = 500;

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("nucleus-core"))) {
            here = here.getParent();
        }
        return here;
    }

    @Test
    void thePageOfTheLawsListsThemAll() throws IOException {
        var page = ROOT.resolve("docs/properties.md");
        var laws = Laws.page(ROOT);
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(page, laws);
        }

        assertThat(Files.readString(page))
                .as("docs/properties.md; write it anew: mvn test -pl interface-layer -am -Dtest=HouseRulesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.extraArgs=-Dpages.write=true")
                .isEqualTo(laws);
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            var matcher = LINK.matcher(Files.readString(page));
            while (matcher.find()) {
                var target = matcher.group(1);
                if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(ROOT.relativize(page) + ": " + target);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void noFileIsTooLongForOneIdea() throws IOException {
        var tooLong = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (var file : (Iterable<Path>) files.filter(HouseRulesTest::isSource)::iterator) {
                var lines = Files.readAllLines(file).size();
                if (lines > MOST_LINES) {
                    tooLong.add(ROOT.relativize(file) + ": " + lines);
                }
            }
        }

        assertThat(tooLong).as("more than " + MOST_LINES + " lines").isEmpty();
    }

    private static boolean isSource(Path file) {
        var path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/main/");
    }

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("CONTRIBUTING.md"),
                ROOT.resolve("CHANGELOG.md"),
                ROOT.resolve("examples/README.md"),
                ROOT.resolve("examples/benchmarks/README.md")));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }
}
