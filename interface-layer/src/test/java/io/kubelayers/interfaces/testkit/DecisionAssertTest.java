package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static io.kubelayers.interfaces.testkit.KubelayersAssertions.plugin;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import org.junit.jupiter.api.Test;

/** Decisions of every kind can be asserted about, without a cluster. */
class DecisionAssertTest {
    private static final Explained REFUSAL = new Explained() {
        @Override
        public String explain() {
            return "the door is shut";
        }

        @Override
        public Finding finding() {
            return Finding.fail("door", "front", "the door is shut")
                    .because(Finding.note("clock", "", "it is after nine"));
        }
    };

    @Test
    void any_decision_says_why() {
        assertThat(REFUSAL)
                .fails()
                .explains("the door is shut")
                .because("after nine")
                .because(plugin("clock"));
        assertThatThrownBy(() -> assertThat(REFUSAL).passes())
                .hasMessage(
                        """

                        Expected: a decision that passes
                        But:      it fails: the door is shut
                        Why:
                          - front: the door is shut [door]
                            · it is after nine [clock]""");
        assertThatThrownBy(() -> assertThat(REFUSAL).explains("the door is open"))
                .hasMessage(
                        """

                        Expected: the answer "the door is open"
                        But:      it is    "the door is shut"
                        Why:
                          - front: the door is shut [door]
                            · it is after nine [clock]""");
    }

    @Test
    void answers_of_authorizers() {
        var yes = AccessDecision.allow("mood", "a good day");
        var no = AccessDecision.noOpinion("mood", "a bad day");
        assertThat(yes).isAllowed().because("good");
        assertThat(no).isRefused().because("bad");
        assertThatThrownBy(() -> assertThat(no).isAllowed())
                .hasMessage(
                        """

                        Expected: the request is allowed
                        But:      nothing allows it
                        Why:
                          - a bad day [mood]""");
        assertThatThrownBy(() -> assertThat(yes).isRefused())
                .hasMessage(
                        """

                        Expected: the request is refused
                        But:      it is allowed: a good day
                        Why:
                          + a good day [mood]""");
    }
}
