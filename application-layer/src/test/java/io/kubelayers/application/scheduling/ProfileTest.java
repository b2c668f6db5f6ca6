package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.ExtensionPoint;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.plugins.NodeName;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.ScoringStrategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Profiles are data: what is called, in which order, with which weight. */
class ProfileTest {
    /** A plugin of one's own: nodes of one rack only. */
    record OnlyOn(String rack) implements FilterPlugin {
        @Override
        public String name() {
            return "OnlyOn";
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return rack.equals(node.labels().get("rack"))
                    ? Status.success()
                    : Status.unresolvable("node(s) were not in rack " + rack);
        }
    }

    @Test
    void theDefaultProfileHasUpstreamsOrderAndWeights() {
        assertThat(Profile.standard().plugins().stream()
                        .map(enabled -> enabled.plugin().name() + " " + enabled.weight()))
                .containsExactly(
                        "SchedulingGates 1",
                        "PrioritySort 1",
                        "NodeUnschedulable 1",
                        "NodeName 1",
                        "TaintToleration 3",
                        "NodeAffinity 2",
                        "NodePorts 1",
                        "NodeResourcesFit 1",
                        "VolumeRestrictions 1",
                        "NodeVolumeLimits 1",
                        "VolumeBinding 1",
                        "VolumeZone 1",
                        "PodTopologySpread 2",
                        "InterPodAffinity 2",
                        "DynamicResources 1",
                        "GangScheduling 1",
                        "DefaultPreemption 1",
                        "NodeResourcesBalancedAllocation 1",
                        "ImageLocality 1",
                        "DefaultBinder 1");
        assertThat(Profile.standard().schedulerName()).isEqualTo("default-scheduler");
    }

    @Test
    void onesOwnPluginIsCalledLikeAnyOther() {
        var profile = Profile.standard().edit().enable(new OnlyOn("r1")).build();
        var nodes = List.of(ANode.named("in", n -> n.label("rack", "r1")), ANode.named("out"));
        var placement = Scheduling.on(nodes, List.of())
                .by(profile)
                .place(APod.named("p").build());
        assertThat(placement.node()).isEqualTo("in");
        assertThat(placement.on("out").reason()).isEqualTo("OnlyOn: node(s) were not in rack r1");
    }

    @Test
    void aPluginMayBeReplaced() {
        var packing = Profile.standard()
                .edit()
                .replace("NodeResourcesFit", NodeResourcesFit.scoring(ScoringStrategy.mostAllocated()))
                .disable("NodeResourcesBalancedAllocation")
                .build();
        var nodes = List.of(ANode.named("busy"), ANode.named("idle"));
        var running = List.of(APod.named("running").cpu("1").memory("4Gi").on("busy"));
        var pod = APod.named("p").cpu("1").memory("4Gi").build();
        assertThat(Scheduling.on(nodes, running).place(pod).node()).isEqualTo("idle");
        assertThat(Scheduling.on(nodes, running).by(packing).place(pod).node()).isEqualTo("busy");
    }

    @Test
    void weightsChangeWhatCounts() {
        var nodes =
                List.of(ANode.named("disliked", n -> n.taint("slow", "disk", "PreferNoSchedule")), ANode.named("busy"));
        var running = List.of(APod.named("running").cpu("3").memory("12Gi").on("busy"));
        var pod = APod.named("p").cpu("1").memory("4Gi").build();
        assertThat(Scheduling.on(nodes, running).place(pod).node()).isEqualTo("busy");
        var tolerant = Profile.standard()
                .edit()
                .weight("TaintToleration", 1)
                .weight("NodeResourcesFit", 10)
                .build();
        assertThat(Scheduling.on(nodes, running).by(tolerant).place(pod).node()).isEqualTo("disliked");
    }

    @Test
    void aPluginMayBeLeftOutAtSomePointsOnly() {
        var profile = Profile.standard()
                .edit()
                .disable("TaintToleration", ExtensionPoint.FILTER)
                .build();
        var node = ANode.named("n1", n -> n.taint("gpu", "true", "NoSchedule"));
        var placement = Scheduling.on(List.of(node), List.of())
                .by(profile)
                .inDetail()
                .place(APod.named("p").build());
        assertThat(placement.node()).isEqualTo("n1");
        assertThat(placement.scores().plugins()).contains("TaintToleration");
    }

    @Test
    void theFirstRejectionInOrderIsReported() {
        var profile = Profile.standard()
                .edit()
                .enableBefore("NodeUnschedulable", new OnlyOn("r1"))
                .build();
        var placement = Scheduling.on(List.of(ANode.cordoned("n1")), List.of())
                .by(profile)
                .place(APod.named("p").build());
        assertThat(placement.on("n1").reason()).isEqualTo("OnlyOn: node(s) were not in rack r1");
    }

    @Test
    void whatCannotWorkIsRefused() {
        var standard = Profile.standard();
        assertThatThrownBy(() -> standard.edit().disable("NodeResourceFit"))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("no plugin \"NodeResourceFit\" is enabled in profile \"default-scheduler\"");
        assertThatThrownBy(() -> standard.edit().enable(new NodeName()).build())
                .hasMessage("plugin \"NodeName\" is enabled twice in profile \"default-scheduler\"");
        assertThatThrownBy(() -> standard.edit().disable("PrioritySort").build())
                .hasMessage("profile \"default-scheduler\" needs exactly one QueueSort plugin, it has 0");
        assertThatThrownBy(() -> standard.edit().weight("NodeAffinity", 0))
                .hasMessage("plugin \"NodeAffinity\" has the weight 0, it must be at least 1; disable it to leave it"
                        + " out");
        assertThatThrownBy(() -> standard.edit().percentageOfNodesToScore(101).build())
                .hasMessage("percentageOfNodesToScore 101 is not between 0 and 100");
    }
}
