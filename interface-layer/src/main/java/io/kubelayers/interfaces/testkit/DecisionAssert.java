package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.explain.Explained;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions that every explained decision has.
 *
 * @param <S> the assertion itself
 * @param <D> the decision
 */
public abstract class DecisionAssert<S extends DecisionAssert<S, D>, D extends Explained> extends AbstractAssert<S, D> {
    DecisionAssert(D decision, Class<?> self) {
        super(decision, self);
    }

    /** The answer or one of its reasons contains these words. */
    public S because(String words) {
        if (!Findings.says(actual, words)) {
            throw mismatch(explained(Mismatch.expected("a reason that says \"" + words + "\"")
                    .but("it says \"" + actual.explain() + "\"")));
        }
        return myself;
    }

    /** Some reason comes from the rule of that name, such as {@code NodeAffinity} or {@code rbac.verb}. */
    public S because(Rule rule) {
        if (!Findings.any(actual.finding(), rule::gave)) {
            throw mismatch(explained(
                    Mismatch.expected("a reason given by " + rule.text()).but("none is")));
        }
        return myself;
    }

    /** The answer reads exactly like this. */
    public S explains(String sentence) {
        if (!actual.explain().equals(sentence)) {
            throw mismatch(explained(
                    Mismatch.expected("the answer \"" + sentence + "\"").but("it is    \"" + actual.explain() + "\"")));
        }
        return myself;
    }

    /** Adds the decision's reasons, in the form in which they read best. */
    Mismatch explained(Mismatch mismatch) {
        return mismatch.why(actual);
    }

    AssertionError mismatch(Mismatch mismatch) {
        return failure("%s", mismatch.text());
    }
}
