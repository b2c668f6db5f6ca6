package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Scheduling;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultPreemptionTest {
    @Test
    void saysOfEachNodeWhyEvictionWouldNotHelp() {
        var nodes = List.of(ANode.named("n1"), ANode.cordoned("n2"), ANode.named("small", n -> n.cpu("1")));
        var running = APod.named("running").cpu("3").on("n1");
        var pod = APod.named("p").cpu("2").build();
        assertThat(Scheduling.on(nodes, List.of(running)).place(pod).explain())
                .isEqualTo("0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. preemption: 0/3"
                        + " nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not"
                        + " helpful for scheduling.");
    }

    @Test
    void saysThatPodsAreNotEvictedYet() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var humble = APod.named("humble").cpu("3").priority(1).on("n1");
        var proud = APod.named("proud").cpu("3").priority(100).on("n2");
        var pod = APod.named("p").cpu("2").priority(50).build();
        assertThat(Scheduling.on(nodes, List.of(humble, proud)).place(pod).explain())
                .isEqualTo("0/2 nodes are available: 2 Insufficient cpu. preemption: not supported yet: pods of lower"
                        + " priority run on 1 of 2 nodes and are not evicted.");
    }

    @Test
    void aPodMayRenounceIt() {
        var pod = APod.named("p")
                .cpu("9")
                .spec(spec -> spec.withPreemptionPolicy("Never"))
                .build();
        assertThat(Scheduling.on(List.of(ANode.named("n1")), List.of())
                        .place(pod)
                        .explain())
                .isEqualTo("0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to"
                        + " preemptionPolicy=Never.");
    }
}
