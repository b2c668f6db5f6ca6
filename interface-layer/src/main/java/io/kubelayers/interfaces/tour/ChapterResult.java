package io.kubelayers.interfaces.tour;

import io.kubelayers.interfaces.report.Part;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chapter has to tell.
 *
 * @param parts in the order of reading
 * @param facts lines for the summary
 * @param problems what should have worked and did not; empty if all is well
 */
public record ChapterResult(List<Part> parts, List<String> facts, List<String> problems) {
    public ChapterResult {
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
        problems = List.copyOf(problems);
    }

    /** A chapter that has nothing to act on. */
    static ChapterResult notHere(String why) {
        return new Story().say(why).end();
    }

    /** Collects what a chapter tells. */
    static final class Story {
        private final List<Part> parts = new ArrayList<>();
        private final List<String> facts = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        Story say(String text) {
            parts.add(new Part.Sentence(text));
            return this;
        }

        Story why(Explained decision) {
            return why(decision.finding());
        }

        /** The reasons, cut where they become long. */
        Story why(Finding finding) {
            parts.add(new Part.Because(Brief.of(finding)));
            return this;
        }

        Story show(Part part) {
            parts.add(part);
            return this;
        }

        Story table(List<String> headers, List<List<String>> rows) {
            return show(new Part.Grid(headers, rows));
        }

        Story fact(String text) {
            facts.add(text);
            return this;
        }

        Story problem(String text) {
            problems.add(text);
            return say("PROBLEM: " + text);
        }

        ChapterResult end() {
            return new ChapterResult(parts, facts, problems);
        }
    }
}
