package io.kubelayers.governance.nodeaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agent of node n1 may write, whoever else there is. */
class NodeRestrictionTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .withoutControllers()
            .withoutAdmission(List.of("ServiceAccount"))
            .start();

    private final Client node = cluster.as(Users.node("n1"));

    @BeforeEach
    void fill() {
        for (var name : List.of("n1", "n2")) {
            apply("{apiVersion: v1, kind: Node, metadata: {name: %s}}".formatted(name));
            apply(
                    """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: on-%s, namespace: default}
                    spec: {nodeName: %s, automountServiceAccountToken: false, containers: [{name: a, image: a}]}
                    """
                            .formatted(name, name));
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void apply(String yaml) {
        cluster.apply(Manifests.of("given.yaml", yaml));
    }

    private KubernetesObject read(String yaml) {
        return Manifests.of("given.yaml", yaml).objects(cluster.types()).get(0);
    }

    private static void refused(ThrowingCallable write, String message) {
        assertThatThrownBy(write).hasMessageEndingWith(message);
    }

    @Test
    void it_marks_itself_but_not_with_labels_that_draw_pods() {
        var own = node.on(Node.class).get("", "n1");
        assertThatCode(() -> node.update(labelled(own, "topology.kubernetes.io/zone")))
                .doesNotThrowAnyException();
        var now = node.on(Node.class).get("", "n1");
        assertThatCode(() -> node.update(labelled(now, "example.com/rack"))).doesNotThrowAnyException();
        var then = node.on(Node.class).get("", "n1");
        refused(
                () -> node.update(labelled(then, "node-restriction.kubernetes.io/secure")),
                "nodes \"n1\" is forbidden: is not allowed to modify labels: node-restriction.kubernetes.io/secure");
        refused(
                () -> node.update(labelled(then, "node-role.kubernetes.io/control-plane")),
                "is not allowed to modify labels: node-role.kubernetes.io/control-plane");
    }

    private static Node labelled(Node node, String label) {
        var labels = new TreeMap<>(node.metadata().labels());
        labels.put(label, "yes");
        return node.withMetadata(node.metadata().withLabels(labels));
    }

    @Test
    void it_neither_takes_away_its_taints_nor_touches_other_nodes() {
        var own = node.on(Node.class).get("", "n1");
        refused(
                () -> node.update(
                        own.withSpec(own.spec().withTaints(List.of(new Taint("a", "b", "NoSchedule", null))))),
                "node \"n1\" is not allowed to modify taints");
        var other = cluster.client().on(Node.class).get("", "n2");
        refused(
                () -> node.update(labelled(other, "example.com/rack")),
                "nodes \"n2\" is forbidden: node \"n1\" is not allowed to modify node \"n2\"");
    }

    @Test
    void it_reports_on_its_own_pods_and_deletes_them() {
        var own = cluster.client().on(Pod.class).get("default", "on-n1");
        assertThatCode(() -> node.updateStatus(own.withStatus(own.status().withPhase("Running"))))
                .doesNotThrowAnyException();
        var other = cluster.client().on(Pod.class).get("default", "on-n2");
        refused(
                () -> node.updateStatus(other.withStatus(other.status().withPhase("Running"))),
                "pods \"on-n2\" is forbidden: node \"n1\" can only update pod status for pods with spec.nodeName set to"
                        + " itself");
        refused(
                () -> node.on(Pod.class).delete("default", "on-n2"),
                "node \"n1\" can only delete pods with spec.nodeName set to itself");
        assertThatCode(() -> node.on(Pod.class).delete("default", "on-n1")).doesNotThrowAnyException();
    }

    private Pod mirror(String more) {
        var uid = cluster.client().on(Node.class).get("", "n1").metadata().uid();
        return (Pod) read(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: mirror
                  namespace: default
                  annotations: {kubernetes.io/config.mirror: hash}
                  ownerReferences: [{apiVersion: v1, kind: Node, name: n1, uid: "%s", controller: true}]
                spec:
                  nodeName: n1
                  containers: [{name: a, image: a}]
                """
                                .formatted(uid)
                        + more);
    }

    @Test
    void it_makes_mirrors_of_its_own_pods_that_name_nothing() {
        assertThatCode(() -> node.create(mirror(""))).doesNotThrowAnyException();
        var other = mirror("").withMetadata(mirror("").metadata().withName("other"));
        refused(
                () -> node.create(other.withMetadata(other.metadata().withAnnotations(Map.of()))),
                "pods \"other\" is forbidden: pod does not have \"kubernetes.io/config.mirror\" annotation, node \"n1\" can"
                        + " only create mirror pods");
        refused(
                () -> node.create(other.withSpec(other.spec().withNodeName("n2"))),
                "node \"n1\" can only create pods with spec.nodeName set to itself");
        refused(
                () -> node.create(other.withMetadata(other.metadata().withOwnerReferences(List.of()))),
                "node \"n1\" can only create pods with an owner reference set to itself");
        refused(
                () -> node.create(mirror(
                        "  volumes: [{name: a, emptyDir: {}}]\n  resourceClaims: [{name: a, resourceClaimName: b}]\n")),
                "node \"n1\" can not create pods that reference resourceclaims");
    }

    @Test
    void its_lease_has_its_name() {
        assertThatCode(() -> node.create(lease("kube-node-lease", "n1"))).doesNotThrowAnyException();
        refused(
                () -> node.create(lease("kube-node-lease", "n2")),
                "can only access node lease with the same name as the requesting node");
        assertThat(cluster.client().on(Lease.class).list("kube-node-lease").items())
                .hasSize(1);
    }

    private Lease lease(String namespace, String name) {
        return (Lease)
                read("{apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: %s, namespace: %s}, spec: {}}"
                        .formatted(name, namespace));
    }

    @Test
    void others_are_not_its_business() {
        var other = cluster.client().on(Node.class).get("", "n2");
        assertThatCode(() -> cluster.client().update(labelled(other, "node-role.kubernetes.io/control-plane")))
                .doesNotThrowAnyException();
    }
}
