package io.kubelayers.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The recorded cases of one topic, as JUnit tests. Start with {@link #topic}. */
public final class Golden {
    static final String SUFFIX = ".jsonl.gz";

    private final String topic;
    private final String label;
    private final Predicate<String> families;
    private final Predicate<GoldenCase> cases;
    private final Path reports;

    private Golden(String topic, String label, Predicate<String> families, Predicate<GoldenCase> cases, Path reports) {
        this.topic = topic;
        this.label = label;
        this.families = families;
        this.cases = cases;
        this.reports = reports;
    }

    public static Golden topic(String topic) {
        return new Golden(topic, topic, family -> true, c -> true, Path.of("target", "golden"));
    }

    /** Only these files. */
    public Golden families(String... names) {
        List<String> wanted = List.of(names);
        return new Golden(topic, label, wanted::contains, cases, reports);
    }

    /** Only cases that the test at hand is about; the others are not counted. */
    public Golden only(Predicate<GoldenCase> wanted) {
        return new Golden(topic, label, families, wanted, reports);
    }

    /** Another name in counts and report, for a test that looks at one side of its cases only. */
    public Golden countedAs(String label) {
        return new Golden(topic, label, families, cases, reports);
    }

    /** Where the counts are written to. */
    Golden reportTo(Path folder) {
        return new Golden(topic, label, families, cases, folder);
    }

    /**
     * One test per case, read while they run. After each family its counts are printed; at the end they are written to
     * {@code target/golden/<topic>.json}. Without the topic's folder there is one test, skipped with the reason.
     */
    public Stream<DynamicTest> tests(ThrowingConsumer<GoldenCase> test) {
        Path folder = folder();
        if (folder == null) {
            String reason = "golden " + topic + ": skipped, no folder of that name (set -Dgolden.dir)";
            System.out.println(reason);
            return Stream.of(DynamicTest.dynamicTest("skipped", () -> Assumptions.abort(reason)));
        }
        GoldenRun run = new GoldenRun(topic, label, files(folder), cases, test, reports);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(run, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** A JSON file that accompanies the topic, such as a table its cases refer to; null if there is none. */
    public @Nullable Object file(String name) {
        Path folder = folder();
        try {
            return folder == null || !Files.exists(folder.resolve(name))
                    ? null
                    : JsonTree.read(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Path folder() {
        String given = System.getProperty("golden.dir", "");
        if (!given.isEmpty()) {
            return existing(Path.of(given, topic));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path folder = existing(up.resolve("shared/golden").resolve(topic));
            if (folder != null) {
                return folder;
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path folder) {
        return Files.isDirectory(folder) ? folder : null;
    }

    private List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> families.test(family(file)))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String family(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
