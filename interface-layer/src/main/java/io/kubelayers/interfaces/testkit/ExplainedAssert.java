package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding.Mark;

/** Assertions about a decision of any kind. */
public final class ExplainedAssert extends DecisionAssert<ExplainedAssert, Explained> {
    ExplainedAssert(Explained decision) {
        super(decision, ExplainedAssert.class);
    }

    /** The answer is yes: the root of the explanation passes. */
    public ExplainedAssert passes() {
        return marked(Mark.PASS);
    }

    /** The answer is no. */
    public ExplainedAssert fails() {
        return marked(Mark.FAIL);
    }

    private ExplainedAssert marked(Mark mark) {
        var found = actual.finding().mark();
        if (found != mark) {
            throw mismatch(Mismatch.expected("a decision that " + word(mark))
                    .but("it " + word(found) + ": " + actual.explain())
                    .why(actual));
        }
        return this;
    }

    private static String word(Mark mark) {
        return switch (mark) {
            case PASS -> "passes";
            case FAIL -> "fails";
            case NOTE -> "only informs";
        };
    }
}
