package io.kubelayers.governance.nodeaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.server.RequestOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Node authorizer on a node that runs one pod, which names one object of each sort. */
class NodeAccessTest {
    private static final String UNRELATED = "no relationship found between node 'n1' and this object";

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .withoutControllers()
            .start();

    @BeforeEach
    void run() {
        cluster.apply(
                Manifests.of(
                        "pod.yaml",
                        """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: web, namespace: default}
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: disk}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  claimRef: {namespace: default, name: data}
                  csi:
                    driver: example.com
                    volumeHandle: one
                    nodeStageSecretRef: {name: stage, namespace: kube-system}
                    controllerPublishSecretRef: {name: attach, namespace: kube-system}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: default}
                spec:
                  nodeName: n1
                  serviceAccountName: web
                  imagePullSecrets: [{name: pull}]
                  containers:
                  - name: web
                    image: web
                    env:
                    - {name: A, valueFrom: {secretKeyRef: {name: variable, key: a}}}
                    envFrom: [{configMapRef: {name: variables}}]
                  volumes:
                  - {name: a, secret: {secretName: mounted}}
                  - {name: b, projected: {sources: [{configMap: {name: projected}}]}}
                  - {name: c, persistentVolumeClaim: {claimName: data}}
                """));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private AccessDecision ask(String verb, String resource, String namespace, String name) {
        int dot = resource.indexOf('.');
        var group = dot < 0 ? "" : resource.substring(dot + 1);
        var parts = (dot < 0 ? resource : resource.substring(0, dot)).split("/");
        var question = AccessRequest.to(Users.node("n1"), verb, group, parts[0])
                .withSubresource(parts.length > 1 ? parts[1] : "")
                .withNamespace(namespace == null ? "" : namespace)
                .withName(name == null ? "" : name);
        return new NodeAuthorizer(cluster.informers()).authorize(question);
    }

    @ParameterizedTest(name = "{0} {1} {2}/{3}")
    @CsvSource({
        "get, secrets, default, pull",
        "get, secrets, default, variable",
        "watch, secrets, default, mounted",
        "get, secrets, kube-system, stage",
        "get, configmaps, default, variables",
        "list, configmaps, default, projected",
        "get, persistentvolumeclaims, default, data",
        "patch, persistentvolumeclaims/status, default, data",
        "get, persistentvolumes, , disk",
        "create, serviceaccounts/token, default, web",
        "get, serviceaccounts, default, web",
        "get, pods, default, web",
        "create, pods, default, ",
        "update, pods/status, default, web",
        "create, pods/eviction, default, web",
        "get, nodes, , n1",
        "patch, nodes/status, , n1",
        "create, nodes, , ",
        "update, leases.coordination.k8s.io, kube-node-lease, n1",
        "create, leases.coordination.k8s.io, kube-node-lease, ",
        "get, csinodes.storage.k8s.io, , n1",
        "list, services, , ",
        "create, events, default, ",
        "create, certificatesigningrequests.certificates.k8s.io, , ",
    })
    void a_node_may_do_what_its_pods_need(String verb, String resource, String namespace, String name) {
        assertThat(ask(verb, resource, namespace, name).allowed()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} {2}/{3}: {4}")
    @CsvSource({
        "get, secrets, default, other, " + UNRELATED,
        "get, secrets, kube-system, attach, " + UNRELATED,
        "get, secrets, shop, pull, " + UNRELATED,
        "list, secrets, default, , No Object name found",
        "list, secrets, , , can only read namespaced object of this type",
        "delete, secrets, default, pull, can only read resources of this type",
        "get, secrets/status, default, pull, cannot read subresource",
        "list, persistentvolumeclaims, default, , can only get individual resources of this type",
        "get, persistentvolumeclaims/status, default, data, can only get/update/patch this type",
        "get, persistentvolumes, , other, " + UNRELATED,
        "create, serviceaccounts, default, web, can only create token subresource of serviceaccount",
        "update, serviceaccounts, default, web, can only create tokens for individual service accounts",
        "get, serviceaccounts, default, other, " + UNRELATED,
        "create, serviceaccounts/token, default, other, " + UNRELATED,
        "list, pods, default, , can only list/watch pods with spec.nodeName field selector",
        "get, pods, default, other, " + UNRELATED,
        "get, nodes, , n2, 'node ''n1'' cannot read ''n2'', only its own Node object'",
        "list, nodes, , , 'node ''n1'' cannot read all nodes, only its own Node object'",
        "get, leases.coordination.k8s.io, default, n1, "
                + "can only access leases in the \"kube-node-lease\" system namespace",
        "get, leases.coordination.k8s.io, kube-node-lease, n2, "
                + "can only access node lease with the same name as the requesting node",
        "delete, csinodes.storage.k8s.io, , n2, can only access CSINode with the same name as the requesting node",
        "delete, deployments.apps, default, web, ''",
    })
    void what_else_there_is_it_may_not(String verb, String resource, String namespace, String name, String reason) {
        var answer = ask(verb, resource, namespace, name);
        assertThat(answer.verdict()).isEqualTo(AccessDecision.Verdict.NO_OPINION);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void pods_are_listed_by_the_node_that_runs_them() {
        var list = AccessRequest.to(Users.node("n1"), "list", "", "pods");
        var authorizer = new NodeAuthorizer(cluster.informers());
        assertThat(authorizer
                        .authorize(list.withFields(List.of(new FieldSelector.Requirement("spec.nodeName", true, "n1"))))
                        .allowed())
                .isTrue();
        assertThat(authorizer
                        .authorize(list.withFields(List.of(new FieldSelector.Requirement("spec.nodeName", true, "n2"))))
                        .allowed())
                .isFalse();
    }

    @Test
    void the_whole_way_through_the_server_a_node_sees_its_own() {
        var node = cluster.as(Users.node("n1"));
        var pods = node.on(Pod.class);
        assertThat(pods.list("", RequestOptions.fields("spec.nodeName=n1")).items())
                .hasSize(1);
        assertThatThrownBy(() -> pods.list(""))
                .hasMessage(
                        "pods is forbidden: User \"system:node:n1\" cannot list resource \"pods\" in API group \"\" at"
                                + " the cluster scope: can only list/watch pods with spec.nodeName field selector");
    }

    @Test
    void users_that_are_no_nodes_are_left_to_others() {
        var authorizer = new NodeAuthorizer(cluster.informers());
        var request = AccessRequest.to(Users.user("jane"), "get", "", "services");
        assertThat(authorizer.authorize(request).reason()).isEmpty();
        assertThat(authorizer.authorize(request.withUser(Users.node(""))).reason())
                .isEqualTo("unknown node for user \"system:node:\"");
    }
}
