package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Expectations in their order.
 *
 * @param all the expectations
 */
public record Expectations(List<Expectation> all) {
    /** Files of this name, or that end in it, hold expectations and no manifests. */
    public static final String FILE = "expectations.yaml";

    private static final Map<String, Function<Fields, Question>> QUESTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("can", fields -> AccessQuestion.read(fields, true)),
            Map.entry("cannot", fields -> AccessQuestion.read(fields, false)),
            Map.entry("admitted", fields -> AdmissionQuestion.read(fields, true)),
            Map.entry("denied", fields -> AdmissionQuestion.read(fields, false)),
            Map.entry("fits", fields -> FitQuestion.read(fields, true)),
            Map.entry("doesNotFit", fields -> FitQuestion.read(fields, false)),
            Map.entry("reaches", fields -> ReachQuestion.read(fields, true)),
            Map.entry("doesNotReach", fields -> ReachQuestion.read(fields, false)),
            Map.entry("schedules", fields -> ScheduleQuestion.read(fields, true)),
            Map.entry("doesNotSchedule", fields -> ScheduleQuestion.read(fields, false)),
            Map.entry("drains", fields -> DrainQuestion.read(fields, true)),
            Map.entry("doesNotDrain", fields -> DrainQuestion.read(fields, false)),
            Map.entry("scalesTo", ScaleQuestion::read)));

    public Expectations {
        all = List.copyOf(all);
    }

    /** Whether a file holds expectations, by its name. */
    public static boolean isFile(String source) {
        return source.endsWith(FILE);
    }

    /**
     * The manifests of a file or folder that make up a cluster: without files of expectations and without what is in
     * folders {@code try} within it.
     *
     * @throws java.io.UncheckedIOException if one can't be read
     */
    public static Manifests manifests(Path place) {
        var all = Manifests.load(place);
        if (!Files.isDirectory(place)) {
            return all;
        }
        return new Manifests(all.texts().stream()
                .filter(text -> !isFile(text.source()) && !isForTrials(place.relativize(Path.of(text.source()))))
                .toList());
    }

    private static boolean isForTrials(Path source) {
        for (var part : source) {
            if (part.toString().equals("try")) {
                return true;
            }
        }
        return false;
    }

    /**
     * All expectations among manifests.
     *
     * @throws ExpectationFileException if one cannot be read
     */
    public static Expectations in(Manifests folder) {
        var all = new ArrayList<Expectation>();
        for (var text : folder.texts()) {
            if (isFile(text.source())) {
                all.addAll(parse(text.source(), text.text()).all());
            }
        }
        return new Expectations(all);
    }

    /**
     * Reads a file.
     *
     * @param source its path: files it names are found from there
     * @throws ExpectationFileException if it cannot be read
     */
    public static Expectations parse(String source, String text) {
        Map<String, @Nullable Object> tree;
        try {
            tree = Codec.readTree(text, ReadOptions.strict().named(source));
        } catch (DecodeException bad) {
            var message = String.valueOf(bad.getMessage());
            throw bad.location().known()
                    ? new ExpectationFileException(message)
                    : new ExpectationFileException(source + ":1", message.substring(source.length() + 2));
        }
        var file = FileLines.of(text);
        if (!(tree.get("expect") instanceof List<?> items) || tree.size() != 1) {
            throw new ExpectationFileException(
                    source + ":" + file.fault(), "a list under the key expect is wanted, and nothing else");
        }
        var lines = file.items();
        var all = new ArrayList<Expectation>();
        for (int i = 0; i < items.size(); i++) {
            var place = i < lines.size() ? source + ":" + lines.get(i) : source;
            all.add(expectation(place, Path.of(source).toAbsolutePath().getParent(), items.get(i)));
        }
        return new Expectations(all);
    }

    private static Expectation expectation(String place, @Nullable Path folder, @Nullable Object item) {
        if (!(item instanceof Map)) {
            throw new ExpectationFileException(place, "an expectation such as \"can: {...}\" is wanted");
        }
        var name = "";
        Question question = null;
        for (var entry : Tree.map(item).entrySet()) {
            if (entry.getKey().equals("name")) {
                if (!(entry.getValue() instanceof String text)) {
                    throw new ExpectationFileException(place, "the name is not a text");
                }
                name = text;
                continue;
            }
            var reader = QUESTIONS.get(entry.getKey());
            if (reader == null) {
                throw new ExpectationFileException(
                        place,
                        "unknown expectation " + entry.getKey() + "; "
                                + NearestName.hint(entry.getKey(), QUESTIONS.keySet()));
            }
            if (question != null || !(entry.getValue() instanceof Map)) {
                throw new ExpectationFileException(place, "one expectation with its fields is wanted");
            }
            var fields = new Fields(place, folder == null ? Path.of("") : folder, Tree.map(entry.getValue()));
            question = reader.apply(fields);
            fields.checkAllRead();
        }
        if (question == null) {
            throw new ExpectationFileException(place, "there is a name but no expectation");
        }
        return new Expectation(place, name, question);
    }

    /** Asks the cluster about each. */
    public ExpectationReport check(Cluster cluster) {
        return new ExpectationReport(all.stream()
                .map(expectation -> ExpectationReport.Result.of(expectation, cluster))
                .toList());
    }
}
