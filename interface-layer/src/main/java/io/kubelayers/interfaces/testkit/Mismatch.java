package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.report.Part;
import io.kubelayers.interfaces.report.TextReport;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;

/**
 * The message of a failed assertion: what was expected, what was found, why, and what may help.
 *
 * <pre>
 * Expected: pod default/web goes to a node with zone "b"
 * But:      it goes to node-1, with zone "a"
 * Why:
 *   + pod/default/web: …
 * Hint:     typo of web-frontend?
 * </pre>
 */
final class Mismatch {
    private final StringBuilder text = new StringBuilder();

    private Mismatch() {}

    static Mismatch expected(String sentence) {
        return new Mismatch().line("Expected: ", sentence);
    }

    Mismatch but(String found) {
        return line("But:      ", found);
    }

    Mismatch why(Explained decision) {
        return why(decision.finding());
    }

    Mismatch why(Finding finding) {
        text.append("\nWhy:\n")
                .append(Render.text(finding).stripTrailing().indent(2).stripTrailing());
        return this;
    }

    /** With tables or pictures in text as reasons. */
    Mismatch why(List<Part> parts) {
        text.append("\nWhy:");
        for (var part : parts) {
            text.append('\n').append(TextReport.render(part).stripTrailing());
        }
        return this;
    }

    /** Adds a hint, unless it is empty. */
    Mismatch hint(String hint) {
        return hint.isEmpty() ? this : line("Hint:     ", hint);
    }

    private Mismatch line(String head, String sentence) {
        text.append('\n').append(head).append(sentence);
        return this;
    }

    String text() {
        return text.toString();
    }
}
