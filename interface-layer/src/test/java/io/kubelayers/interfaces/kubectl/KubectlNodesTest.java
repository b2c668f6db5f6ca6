package io.kubelayers.interfaces.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What administrators do to nodes: taint, cordon, drain; and what they see of them. */
@WithRealClient
class KubectlNodesTest {
    @Test
    void nodesAreReadyAndDescribed(RealClient kubectl) {
        assertThat(kubectl.ok("get", "nodes")).containsPattern("node-1 +Ready").containsPattern("node-2 +Ready");
        assertThat(kubectl.ok("describe", "node", "node-1"))
                .contains("Allocatable:", "KubeletReady", "Non-terminated Pods:");
        assertThat(kubectl.ok("get", "nodes", "-o", "wide")).contains("INTERNAL-IP", "CONTAINER-RUNTIME");
    }

    @Test
    void useIsShown(RealClient kubectl) {
        assertThat(kubectl.ok("top", "nodes"))
                .containsPattern("NAME +CPU\\(cores\\) +CPU\\(%\\) +MEMORY\\(bytes\\) +MEMORY\\(%\\)")
                .containsPattern("node-1 +\\d+m +\\d+% +\\d+Mi +\\d+%");
        assertThat(kubectl.ok("get", "nodes.metrics.k8s.io")).containsPattern("NAME +CPU +MEMORY +WINDOW");
    }

    @Test
    void taintsComeAndGo(RealClient kubectl) {
        kubectl.ok("taint", "node", "node-1", "dedicated=gpu:PreferNoSchedule");
        assertThat(kubectl.fails("taint", "node", "node-1", "dedicated=cpu:PreferNoSchedule"))
                .contains("already has dedicated taint(s)");
        kubectl.ok("taint", "node", "node-1", "dedicated=cpu:PreferNoSchedule", "--overwrite");
        assertThat(kubectl.ok("get", "node", "node-1", "-o", "jsonpath={.spec.taints[?(@.key==\"dedicated\")].value}"))
                .isEqualTo("cpu");
        kubectl.ok("taint", "node", "node-1", "dedicated-");
        assertThat(kubectl.fails("taint", "node", "node-1", "dedicated-")).contains("taint \"dedicated\" not found");
    }

    @Test
    void aDrainMovesPodsAndRespectsBudgets(RealClient kubectl) {
        kubectl.ok("create", "deployment", "moved", "--image=web:1", "--replicas=3");
        kubectl.ok("rollout", "status", "deploy/moved", "--timeout=60s");
        kubectl.ok("create", "pdb", "moved", "--selector=app=moved", "--min-available=3");
        kubectl.ok("wait", "--for=jsonpath={.status.currentHealthy}=3", "pdb/moved", "--timeout=60s");

        assertThat(kubectl.ok("cordon", "node-2")).contains("node/node-2 cordoned");
        assertThat(kubectl.ok("get", "node", "node-2")).contains("Ready,SchedulingDisabled");
        kubectl.ok("cordon", "node-1");
        assertThat(kubectl.fails("drain", "node-2", "--ignore-daemonsets", "--pod-selector=app=moved", "--timeout=2s"))
                .contains("Cannot evict pod as it would violate the pod's disruption budget.");
        kubectl.ok("delete", "pdb", "moved");
        kubectl.ok("uncordon", "node-1");
        assertThat(kubectl.ok("drain", "node-2", "--ignore-daemonsets", "--pod-selector=app=moved", "--timeout=60s"))
                .contains("drained");
        kubectl.ok("rollout", "status", "deploy/moved", "--timeout=60s");
        assertThat(kubectl.ok(
                                "get",
                                "pods",
                                "-l",
                                "app=moved",
                                "--field-selector",
                                "spec.nodeName=node-1",
                                "-o",
                                "name")
                        .lines())
                .hasSize(3);
        kubectl.ok("uncordon", "node-2");
        kubectl.ok("delete", "deploy", "moved");
    }
}
