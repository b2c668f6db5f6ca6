package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.NOW;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.decideQueue;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class StabilizationTest {
    private final HorizontalPodAutoscaler hpa = web(1, 100, queuePerReplica("1"));

    @Test
    void scalesDownOnlyAfterFiveQuietMinutes() {
        var high = decideQueue(hpa, 10, 10, HpaHistory.EMPTY, NOW);
        var soon = decideQueue(hpa, 10, 4, high.history(), NOW.plusSeconds(300));
        var later = decideQueue(hpa, 10, 4, soon.history(), NOW.plusSeconds(301));

        assertThat(soon.scaleTo()).isNull();
        assertThat(soon.explain())
                .isEqualTo("recent recommendations were higher than current one, "
                        + "applying the highest recent recommendation");
        assertThat(later.scaleTo()).isEqualTo(4);
    }

    @Test
    void scalesUpAtOnce() {
        assertThat(decideQueue(hpa, 2, 4, HpaHistory.EMPTY, NOW).scaleTo()).isEqualTo(4);
    }

    @Test
    void aScaleUpWindowWaitsForTheLowestRecommendation() {
        var cautious = Hpas.withBehavior(
                hpa, new HorizontalPodAutoscalerBehavior(new HPAScalingRules(60, null, List.of(), null), null));
        var first = decideQueue(cautious, 2, 4, HpaHistory.EMPTY, NOW);
        var still = decideQueue(cautious, 2, 4, first.history(), NOW.plusSeconds(59));
        var then = decideQueue(cautious, 2, 4, still.history(), NOW.plusSeconds(60));

        assertThat(first.scaleTo()).isNull();
        assertThat(first.explain())
                .isEqualTo("recent recommendations were lower than current one, "
                        + "applying the lowest recent recommendation");
        assertThat(still.scaleTo()).isNull();
        assertThat(then.scaleTo()).isEqualTo(4);
    }

    @Test
    void remembersNoMoreThanTheWindowHolds() {
        var history = HpaHistory.EMPTY;
        for (int i = 0; i < 100; i++) {
            history =
                    decideQueue(hpa, 10, 10, history, NOW.plusSeconds(15L * i)).history();
        }

        // one a look in 300 seconds, both ends included, and the slot that is reused
        assertThat(history.recommendations()).hasSize(22);
    }
}
