package io.kubelayers.nucleus.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.core.VolumeMount;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceAccountAdmissionTest {
    private final Cluster cluster = Cluster.builder().withoutNodeAgent().start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private Pod pod(String spec) {
        return pod("", spec);
    }

    private Pod pod(String metadata, String spec) {
        var text = "{apiVersion: v1, kind: Pod, metadata: {name: web" + metadata + "}, spec: {" + spec
                + (spec.contains("containers:")
                        ? ""
                        : (spec.isEmpty() ? "" : ", ") + "containers: [{name: c, image: i}]")
                + "}}";
        return (Pod) cluster.apply(Manifests.of("pod", text)).get(0);
    }

    private void account(String text) {
        cluster.apply(Manifests.of("account", "{apiVersion: v1, kind: ServiceAccount, " + text + "}"));
    }

    @Test
    void aPodThatNamesNoAccountIsDefaultAndFindsItsTokenInAVolume() {
        var spec = pod("").spec();
        assertThat(spec.serviceAccountName()).isEqualTo("default");
        assertThat(spec.serviceAccount()).isEqualTo("default");
        assertThat(spec.volumes()).singleElement().satisfies(volume -> {
            assertThat(volume.name()).matches("kube-api-access-[a-z0-9]{5}");
            assertThat(volume.projected()).isNotNull();
            assertThat(volume.projected().defaultMode()).isEqualTo(420);
            assertThat(volume.projected().sources()).hasSize(3);
            assertThat(spec.containers().get(0).volumeMounts()).singleElement().satisfies(mount -> {
                assertThat(mount.name()).isEqualTo(volume.name());
                assertThat(mount.mountPath()).isEqualTo("/var/run/secrets/kubernetes.io/serviceaccount");
                assertThat(mount.readOnly()).isTrue();
            });
        });
    }

    @Test
    void aMountAtThePlaceOfTheTokenIsLeftAlone() {
        var spec =
                pod("volumes: [{name: own, emptyDir: {}}], containers: [{name: c, image: i, volumeMounts: [{name: own,"
                                + " mountPath: /var/run/secrets/kubernetes.io/serviceaccount}]}]")
                        .spec();
        assertThat(spec.volumes()).hasSize(1);
        assertThat(spec.containers().get(0).volumeMounts())
                .extracting(VolumeMount::name)
                .containsExactly("own");
    }

    @Test
    void thePodsWordOnMountingCountsMoreThanTheAccounts() {
        account("metadata: {name: shy}, automountServiceAccountToken: false");
        assertThat(pod("serviceAccountName: shy").spec().volumes()).isEmpty();
        cluster.client().delete(cluster.client().on(Pod.class).get("default", "web"));
        assertThat(pod("serviceAccountName: shy, automountServiceAccountToken: true")
                        .spec()
                        .volumes())
                .hasSize(1);
    }

    @Test
    void pullSecretsAreTheAccountsUnlessThePodHasItsOwn() {
        account("metadata: {name: puller}, imagePullSecrets: [{name: registry}]");
        assertThat(pod("serviceAccountName: puller").spec().imagePullSecrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.name()).isEqualTo("registry"));
        cluster.client().delete(cluster.client().on(Pod.class).get("default", "web"));
        assertThat(pod("serviceAccountName: puller, imagePullSecrets: [{name: mine}]")
                        .spec()
                        .imagePullSecrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.name()).isEqualTo("mine"));
    }

    private record Case(String name, String metadata, String spec, String refusal) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> refusals() {
        var mirror = ", annotations: {kubernetes.io/config.mirror: x}";
        return Stream.of(
                new Case(
                        "an account that is not there",
                        "",
                        "serviceAccountName: nobody",
                        "error looking up service account default/nobody: serviceaccount \"nobody\" not found"),
                new Case(
                        "a mirror pod with an account",
                        mirror,
                        "serviceAccountName: default",
                        "a mirror pod may not reference service accounts"),
                new Case(
                        "a mirror pod with a secret",
                        mirror,
                        "volumes: [{name: s, secret: {secretName: s}}]",
                        "a mirror pod may not reference secrets"),
                new Case(
                        "a volume of a secret that the account does not list",
                        "",
                        "serviceAccountName: strict, volumes: [{name: s, secret: {secretName: other}}]",
                        "volume with secret.secretName=\"other\" is not allowed because service account strict does not"
                                + " reference that secret"),
                new Case(
                        "a variable of a secret that the account does not list",
                        "",
                        "serviceAccountName: strict, containers: [{name: c, image: i, env: [{name: P, valueFrom:"
                                + " {secretKeyRef: {name: other, key: k}}}]}]",
                        "container c with envVar P referencing secret.secretName=\"other\" is not allowed because service"
                                + " account strict does not reference that secret"),
                new Case(
                        "all variables of a secret that the account does not list",
                        "",
                        "serviceAccountName: strict, initContainers: [{name: first, image: i, envFrom: [{secretRef: {name:"
                                + " other}}]}], containers: [{name: c, image: i}]",
                        "init container first with envFrom referencing secret.secretName=\"other\" is not allowed because"
                                + " service account strict does not reference that secret"),
                new Case(
                        "a pull secret that the account does not list",
                        "",
                        "serviceAccountName: strict, imagePullSecrets: [{name: other}]",
                        "imagePullSecrets[0].name=\"other\" is not allowed because service account strict does not"
                                + " reference that imagePullSecret"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(Case c) {
        account("metadata: {name: strict, annotations: {kubernetes.io/enforce-mountable-secrets: 'true'}},"
                + " secrets: [{name: known}]");
        assertThatThrownBy(() -> pod(c.metadata(), c.spec())).hasMessage("pods \"web\" is forbidden: " + c.refusal());
    }

    @Test
    void theDefaultAccountOfANewNamespaceIsOnItsWay() {
        cluster.client()
                .create(NamespaceBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder().name("new").build())
                        .build());
        assertThat(pod(", namespace: new", "").spec().serviceAccountName()).isEqualTo("default");
        assertThat(cluster.lister(ServiceAccount.class).get("new", "default")).isEmpty();
        cluster.settle();
        assertThat(cluster.lister(ServiceAccount.class).get("new", "default")).isPresent();
    }

    @Test
    void withoutControllersNobodyMakesTheDefaultAccount() {
        try (var still = Cluster.builder().withoutControllers().start()) {
            assertThat(still.lister(Namespace.class).get("", "default")).isPresent();
            assertThatThrownBy(() -> still.apply(Manifests.of(
                            "pod",
                            "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: c, image:"
                                    + " i}]}}")))
                    .hasMessageContaining("serviceaccount \"default\" not found");
        }
    }
}
