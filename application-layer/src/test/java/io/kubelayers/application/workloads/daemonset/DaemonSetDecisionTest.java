package io.kubelayers.application.workloads.daemonset;

import static io.kubelayers.application.workloads.Workloads.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.DaemonSetBuilder;
import io.kubelayers.application.workloads.DaemonSetSpecBuilder;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.core.NodeSpecBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonSetDecisionTest {
    private DaemonSet set = DaemonSetBuilder.builder()
            .metadata(ObjectMetaBuilder.builder()
                    .name("agent")
                    .namespace("shop")
                    .uid("uid-agent")
                    .generation(1)
                    .build())
            .spec(DaemonSetSpecBuilder.builder()
                    .selector(Workloads.selector())
                    .template(Workloads.template("agent:1"))
                    .build())
            .build();

    private final List<Node> nodes = new ArrayList<>(List.of(node("n1"), node("n2"), node("n3")));
    private final List<Pod> pods = new ArrayList<>();
    private final List<ControllerRevision> history = new ArrayList<>();
    private int serial;

    @Test
    void eachNodeGetsOnePodTiedToIt() {
        var decision = step();
        assertThat(decision.explain()).isEqualTo("creates 3 pods and deletes 0");
        assertThat(pods).extracting(DaemonPod::nodeOf).containsExactly("n1", "n2", "n3");
        var pod = pods.get(0);
        assertThat(pod.spec().nodeName()).isNull();
        assertThat(pod.metadata().labels())
                .containsEntry(
                        TemplateRevisions.LABEL,
                        history.get(0).metadata().labels().get(TemplateRevisions.LABEL));
        assertThat(pod.spec().tolerations())
                .extracting(Toleration::key)
                .contains("node.kubernetes.io/not-ready", "node.kubernetes.io/unschedulable");
        allReady();
        assertThat(step().explain()).isEqualTo("3 of 3 pods are available");
    }

    @Test
    void taintsAndLabelsKeepPodsAwayAndSayWhy() {
        nodes.set(0, tainted(node("n1"), new Taint("gpu", "yes", "NoSchedule", null)));
        nodes.set(1, node("n2").withMetadata(nodes.get(1).metadata().withLabels(Map.of("disk", "ssd"))));
        set = set.withSpec(set.spec()
                .withTemplate(set.spec()
                        .template()
                        .withSpec(set.spec().template().spec().withNodeSelector(Map.of("disk", "ssd")))));
        var decision = step();
        assertThat(pods).extracting(DaemonPod::nodeOf).containsExactly("n2");
        assertThat(decision.finding().children())
                .extracting(Finding::subject, Finding::message)
                .contains(tuple("node/n1", "does not match the node selector or affinity"));
        nodes.set(1, tainted(nodes.get(1), new Taint("gpu", "yes", "NoSchedule", null)));
        assertThat(step().finding().children().get(1).message())
                .isEqualTo("has untolerated taint gpu=yes:NoSchedule; a pod that is there stays");
        nodes.set(1, tainted(nodes.get(1), new Taint("gpu", "yes", "NoExecute", null)));
        step();
        assertThat(pods).isEmpty();
    }

    @Test
    void failedPodsAndSecondPodsGo() {
        settle();
        pods.set(0, Workloads.inPhase(pods.get(0), Pod.Phase.FAILED));
        pods.add(pods.get(1)
                .withMetadata(pods.get(1).metadata().withName("copy").withCreationTimestamp(NOW.plusSeconds(1))));
        var decision = step();
        assertThat(Workloads.names(decision.delete())).containsExactly("agent-0", "copy");
        assertThat(decision.events())
                .extracting(event -> event.message())
                .containsExactly("Found failed daemon pod shop/agent-0 on node n1, will try to kill it");
        settle();
        assertThat(pods).hasSize(3);
    }

    @Test
    void aPodThatWaitsForALostNodeGoes() {
        step();
        nodes.remove(2);
        assertThat(Workloads.names(step().delete())).containsExactly("agent-2");
    }

    @Test
    void aRollingUpdateReplacesOnePodAtATime() {
        settle();
        set = set.withSpec(set.spec().withTemplate(Workloads.template("agent:2")));
        assertThat(step().delete()).hasSize(1);
        assertThat(step().create()).hasSize(1);
        assertThat(step().delete()).isEmpty();
        settle();
        assertThat(images()).containsOnly("agent:2");
        assertThat(set.status().updatedNumberScheduled()).isEqualTo(3);
        assertThat(history).hasSize(2);
    }

    @Test
    void aSurgeStartsTheNewPodBesideTheOldOne() {
        set = set.withSpec(set.spec()
                .withUpdateStrategy(new DaemonSet.UpdateStrategy(
                        "RollingUpdate", new DaemonSet.RollingUpdateDaemonSet(IntOrString.of(0), IntOrString.of(1)))));
        settle();
        set = set.withSpec(set.spec().withTemplate(Workloads.template("agent:2")));
        assertThat(step().create()).hasSize(1);
        assertThat(step().delete()).isEmpty();
        allReady();
        assertThat(step().delete()).hasSize(1);
        settle();
        assertThat(images()).containsOnly("agent:2").hasSize(3);
    }

    @Test
    void onDeleteLeavesPodsAlone() {
        settle();
        set = set.withSpec(set.spec()
                .withTemplate(Workloads.template("agent:2"))
                .withUpdateStrategy(new DaemonSet.UpdateStrategy("OnDelete", null)));
        settle();
        assertThat(images()).containsOnly("agent:1");
    }

    private DaemonSetDecision step() {
        var decision = DaemonSetDecision.of(set, pods, nodes, history, NOW);
        if (decision.revision().change() == TemplateRevisions.Sync.Change.CREATE) {
            history.add(decision.revision().revision());
        }
        pods.removeAll(decision.delete());
        for (var pod : decision.create()) {
            var name = "agent-" + serial++;
            pods.add(Workloads.inPhase(
                    pod.withMetadata(
                            pod.metadata().withName(name).withUid("uid-" + name).withCreationTimestamp(NOW)),
                    Pod.Phase.PENDING));
        }
        set = set.withStatus(decision.status());
        return decision;
    }

    private void settle() {
        for (int i = 0; i < 30; i++) {
            step();
            allReady();
        }
        step();
    }

    private void allReady() {
        var ready = Workloads.pod("any").status();
        pods.replaceAll(pod -> Pod.Phase.PENDING.equals(pod.status().phase())
                ? Workloads.onNode(pod.withStatus(ready), DaemonPod.nodeOf(pod))
                : pod);
    }

    private List<String> images() {
        return pods.stream().map(pod -> pod.spec().containers().get(0).image()).toList();
    }

    private static Node node(String name) {
        return NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).build())
                .build();
    }

    private static Node tainted(Node node, Taint taint) {
        return node.withSpec(NodeSpecBuilder.builder().taints(List.of(taint)).build());
    }
}
