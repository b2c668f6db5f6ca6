package io.kubelayers.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * The tests of one topic, made line by line. JUnit runs a dynamic test before it asks for the next one, so when a file
 * is at its end all its tests have run and the counts are complete.
 */
final class GoldenRun implements Iterator<DynamicTest> {
    private final String topic;
    private final String label;
    private final Iterator<Path> files;
    private final Predicate<GoldenCase> wanted;
    private final ThrowingConsumer<GoldenCase> test;
    private final GoldenDifferences differences;
    private final Path reports;
    private final List<GoldenCount> counts = new ArrayList<>();
    private @Nullable BufferedReader lines;
    private @Nullable GoldenCase next;

    GoldenRun(
            String topic,
            String label,
            List<Path> files,
            Predicate<GoldenCase> wanted,
            ThrowingConsumer<GoldenCase> test,
            Path reports) {
        this.topic = topic;
        this.label = label;
        this.files = files.iterator();
        this.wanted = wanted;
        this.test = test;
        this.differences = GoldenDifferences.of(topic);
        this.reports = reports;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null) {
                String line = lines == null ? null : lines.readLine();
                if (line == null) {
                    endFile();
                    if (!startFile()) {
                        return false;
                    }
                } else if (!line.isBlank()) {
                    GoldenCase read = read(line);
                    next = wanted.test(read) ? read : null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    @Override
    public DynamicTest next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        GoldenCase current = next;
        next = null;
        GoldenCount count = counts.get(counts.size() - 1);
        return DynamicTest.dynamicTest(current.id(), () -> count.run(current, test, differences));
    }

    @SuppressWarnings("unchecked")
    private GoldenCase read(String line) {
        Map<String, @Nullable Object> json = (Map<String, @Nullable Object>) JsonTree.read(line);
        String family = counts.get(counts.size() - 1).family();
        Object id = json == null ? null : json.get("id");
        if (id == null) {
            throw new IllegalArgumentException("a case of " + topic + "/" + family + " has no id: " + line);
        }
        return new GoldenCase(topic, family, id.toString(), json);
    }

    private boolean startFile() throws IOException {
        if (!files.hasNext()) {
            return false;
        }
        Path file = files.next();
        counts.add(new GoldenCount(label, Golden.family(file)));
        lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        return true;
    }

    private void endFile() throws IOException {
        if (lines == null) {
            return;
        }
        lines.close();
        lines = null;
        System.out.println(counts.get(counts.size() - 1));
        GoldenReport.write(reports, label, counts);
    }
}
