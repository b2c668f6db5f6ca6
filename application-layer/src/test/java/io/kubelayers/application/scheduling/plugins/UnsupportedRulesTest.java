package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.PodSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnsupportedRulesTest {
    private record Case(String name, UnaryOperator<APod> change, String rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> rules() {
        return Stream.of(new Case(
                "a claimed device",
                spec(s -> s.withResourceClaims(List.of(new PodSpec.ResourceClaim("gpu", "gpu-1", null)))),
                "resource claim \"gpu\" is"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepAPodPendingAndSayWhy(Case c) {
        var placement = place(c.change().apply(APod.named("p")));
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.UNSCHEDULABLE);
        assertThat(placement.explain())
                .isEqualTo("0/1 nodes are available: " + c.rule() + " not supported yet. preemption: 0/1 nodes are"
                        + " available: 1 Preemption is not helpful for scheduling.");
    }

    private static Placement place(APod pod) {
        return Scheduling.on(List.of(ANode.named("n1")), List.of()).place(pod.build());
    }

    private static UnaryOperator<APod> spec(UnaryOperator<PodSpec> change) {
        return pod -> pod.spec(change);
    }
}
