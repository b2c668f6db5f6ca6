package io.kubelayers.interfaces.expectation;

import io.kubelayers.interfaces.report.HtmlReport;
import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.Report;
import io.kubelayers.interfaces.report.Section;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Render;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of expectations.
 *
 * @param results in their order
 */
public record ExpectationReport(List<Result> results) {
    public ExpectationReport {
        results = List.copyOf(results);
    }

    /**
     * An expectation and the cluster's answer.
     *
     * @param took how long it took to find
     */
    public record Result(Expectation expectation, Answer answer, Duration took) {
        /** Asks the cluster. */
        public static Result of(Expectation expectation, Cluster cluster) {
            long start = System.nanoTime();
            var answer = expectation.ask(cluster);
            return new Result(expectation, answer, Duration.ofNanos(System.nanoTime() - start));
        }

        /** What was expected, what was found, and why, in lines. */
        public String explain() {
            var text = new StringBuilder("Expected: ")
                    .append(expectation.sentence())
                    .append("\nBut:      ")
                    .append(answer.found());
            if (answer.why() != null) {
                text.append("\nWhy:\n")
                        .append(Render.text(answer.why())
                                .stripTrailing()
                                .indent(2)
                                .stripTrailing());
            }
            return text.toString();
        }
    }

    /** The results that are not as expected. */
    public List<Result> missed() {
        return results.stream().filter(result -> !result.answer().met()).toList();
    }

    public boolean allMet() {
        return missed().isEmpty();
    }

    /** {@code 7 expectations met, 1 missed}. */
    public String summary() {
        int missed = missed().size();
        int met = results.size() - missed;
        return met + (met == 1 ? " expectation" : " expectations") + " met, " + missed + " missed";
    }

    /** For the terminal: a line each, with reasons where something is missed. */
    public String text() {
        var out = new StringBuilder();
        for (var result : results) {
            out.append(result.answer().met() ? "ok    " : "MISS  ")
                    .append(result.expectation())
                    .append('\n');
            if (!result.answer().met()) {
                out.append(result.explain().indent(6));
            }
        }
        return out.append(summary()).append('\n').toString();
    }

    /** As JUnit writes its results, which CI systems read. */
    public String junitXml() {
        return JUnitXml.write(this);
    }

    /** One page with everything in it. */
    public String html() {
        var rows = new ArrayList<List<String>>();
        for (var result : results) {
            rows.add(List.of(
                    result.answer().met() ? "ok" : "missed",
                    result.expectation().name(),
                    result.answer().found(),
                    result.expectation().place()));
        }
        var sections = new ArrayList<Section>();
        sections.add(new Section(
                "All expectations",
                "interface",
                List.of(new Part.Grid(List.of("", "expectation", "found", "place"), rows))));
        for (var result : missed()) {
            var parts = new ArrayList<Part>();
            parts.add(new Part.Sentence("Expected: " + result.expectation().sentence()));
            parts.add(new Part.Sentence("Found: " + result.answer().found()));
            if (result.answer().why() != null) {
                parts.add(new Part.Because(result.answer().why()));
            }
            sections.add(new Section(result.expectation().name(), "interface", parts));
        }
        return HtmlReport.render(new Report("Expectations", summary(), sections));
    }
}
