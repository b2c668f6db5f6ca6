package io.kubelayers.governance.nodeaccess;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.authentication.TokenRequest.BoundObjectReference;
import io.kubelayers.nucleus.authentication.TokenRequestBuilder;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ServiceAccount;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that node n1 asks for on behalf of a pod. */
class TokenRestrictionTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .withoutControllers()
            .withoutAdmission(List.of("ServiceAccount"))
            .start();

    @BeforeEach
    void run() {
        cluster.apply(
                Manifests.of(
                        "pods.yaml",
                        """
                apiVersion: storage.k8s.io/v1
                kind: CSIDriver
                metadata: {name: disks.example.com}
                spec: {tokenRequests: [{audience: disks}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: default}
                spec:
                  nodeName: n1
                  serviceAccountName: default
                  containers: [{name: a, image: a}]
                  volumes:
                  - {name: a, projected: {sources: [{serviceAccountToken: {path: a, audience: vault}}, {serviceAccountToken: {path: b}}]}}
                  - {name: b, csi: {driver: disks.example.com}}
                """));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void ask(String node, String... audiences) {
        var pod = cluster.client().on(Pod.class).get("default", "web");
        ask(node, new BoundObjectReference("Pod", "v1", "web", pod.metadata().uid()), audiences);
    }

    private void ask(String node, BoundObjectReference bound, String... audiences) {
        var asked = TokenRequestBuilder.builder()
                .spec(new TokenRequest.Spec(List.of(audiences), null, bound))
                .build();
        var request = new AdmissionRequest(
                AdmissionRequest.Operation.CREATE,
                cluster.types().byClass(ServiceAccount.class).orElseThrow(),
                "token",
                "default",
                "default",
                asked,
                null,
                Users.node(node),
                false);
        new NodeRestriction(cluster.informers(), cluster.authorizer()).mutate(request);
    }

    @Test
    void for_an_audience_that_the_pod_names() {
        assertThatCode(() -> ask("n1", "vault")).doesNotThrowAnyException();
        assertThatCode(() -> ask("n1", "disks")).doesNotThrowAnyException();
        assertThatCode(() -> ask("n1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ask("n1", "bank"))
                .hasMessage("serviceaccounts \"default\" is forbidden: audience \"bank\" not found in pod spec volume,"
                        + " system:node:n1 is not authorized to request tokens for this audience");
        assertThatThrownBy(() -> ask("n1", "vault", "disks"))
                .hasMessageEndingWith("node may only request 0 or 1 audiences");
    }

    @Test
    void or_one_that_somebody_granted() {
        cluster.apply(
                Manifests.of(
                        "grant.yaml",
                        """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: bank}
                rules: [{apiGroups: [""], resources: [bank], verbs: [request-serviceaccounts-token-audience]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRoleBinding
                metadata: {name: bank}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: bank}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:nodes"}]
                """));
        assertThatCode(() -> ask("n1", "bank")).doesNotThrowAnyException();
    }

    @Test
    void bound_to_a_pod_of_its_own() {
        assertThatThrownBy(() -> ask("n1", (BoundObjectReference) null))
                .hasMessageEndingWith("node requested token not bound to a pod");
        assertThatThrownBy(() -> ask("n1", new BoundObjectReference("Pod", "v1", "web", null)))
                .hasMessageEndingWith("node requested token with a pod binding without a uid");
        assertThatThrownBy(() -> ask("n1", new BoundObjectReference("Pod", "v1", "web", "other")))
                .hasMessageEndingWith(
                        "the UID in the bound object reference (other) does not match the UID in record. The"
                                + " object might have been deleted and then recreated");
        assertThatThrownBy(() -> ask("n2", "vault"))
                .hasMessageEndingWith("node requested token bound to a pod scheduled on a different node");
    }
}
