package io.kubelayers.application.scheduling.preemption;

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
                .isEqualTo(
                        "0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. no new claims to deallocate, preemption: 0/3"
                                + " nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not"
                                + " helpful for scheduling.");
    }

    @Test
    void evictsTheLeastImportantPodThatMakesRoom() {
        var nodes = List.of(ANode.named("n1"), ANode.named("n2"));
        var humble = APod.named("humble").cpu("3").priority(1).on("n1");
        var proud = APod.named("proud").cpu("3").priority(100).on("n2");
        var pod = APod.named("p").cpu("2").priority(50).build();
        var placement = Scheduling.on(nodes, List.of(humble, proud)).place(pod);
        assertThat(placement.explain()).isEqualTo("0/2 nodes are available: 2 Insufficient cpu.");
        assertThat(placement.nominatedNode()).isEqualTo("n1");
        assertThat(placement.preemption()).isNotNull();
        assertThat(placement.preemption().explain())
                .isEqualTo("evicting default/humble from n1 makes room for default/p");
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
                .isEqualTo(
                        "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: not eligible due to"
                                + " preemptionPolicy=Never.");
    }
}
