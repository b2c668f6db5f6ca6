package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.PodSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicResourcesTest {
    @Test
    void keepsThePodPendingAndSaysWhy() {
        var pod = APod.named("p")
                .spec(spec -> spec.withResourceClaims(List.of(new PodSpec.ResourceClaim("gpu", "gpu-1", null))))
                .build();
        var placement = Scheduling.on(List.of(ANode.named("n1")), List.of()).place(pod);
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.UNSCHEDULABLE);
        assertThat(placement.explain())
                .isEqualTo(
                        "0/1 nodes are available: resource claim \"gpu\" is not supported yet. no new claims to deallocate, preemption: 0/1"
                                + " nodes are available: 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void hasNothingToSayOfOtherPods() {
        var placement = Scheduling.on(List.of(ANode.named("n1")), List.of())
                .place(APod.named("p").build());
        assertThat(placement.isScheduled()).isTrue();
    }
}
