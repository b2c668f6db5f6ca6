package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.AppArmorProfile;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.SecurityContextBuilder;
import io.kubelayers.nucleus.device.DeviceRules;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.node.NodeRules;
import io.kubelayers.nucleus.pod.PodRules;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.storage.CSIDriverRules;
import io.kubelayers.nucleus.volume.PersistentVolumeClaimRules;
import io.kubelayers.nucleus.volume.PersistentVolumeRules;
import io.kubelayers.testing.QuietCluster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authors of the nucleus' kinds are warned of, in upstream's words and order. */
class KindWarningsTest {
    private static final String AGENT = "container.apparmor.security.beta.kubernetes.io/";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {apiVersion: v1, kind: PersistentVolumeClaim} | metadata: {annotations: {volume.beta.kubernetes.io/storage-class: s}}, spec: {resources: {requests: {storage: 100m}}} | metadata.annotations[volume.beta.kubernetes.io/storage-class]: deprecated since v1.8; use "storageClassName" attribute instead; spec.resources.requests[storage]: fractional byte value "100m" is invalid, must be an integer
            {apiVersion: v1, kind: PersistentVolume} | spec: {rbd: {monitors: [m], image: i}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: beta.kubernetes.io/os, operator: Exists}]}]}}} | spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key: beta.kubernetes.io/os is deprecated since v1.14; use "kubernetes.io/os" instead; spec.rbd: deprecated in v1.28, non-functional in v1.31+
            {apiVersion: node.k8s.io/v1, kind: RuntimeClass} | handler: h, scheduling: {nodeSelector: {beta.kubernetes.io/arch: arm64}} | scheduling.nodeSelector: deprecated since v1.14; use "kubernetes.io/arch" instead
            {apiVersion: v1, kind: ServiceAccount} | metadata: {annotations: {kubernetes.io/enforce-mountable-secrets: "true"}} | metadata.annotations[kubernetes.io/enforce-mountable-secrets]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets
            {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {driver: GPU.example.com, pool: {name: p, generation: 1, resourceSliceCount: 1}, allNodes: true} | spec.driver: driver names should be lowercase; "GPU.example.com" contains uppercase characters
            {apiVersion: storage.k8s.io/v1, kind: CSIDriver} | spec: {tokenRequests: [{audience: a}]} | spec.serviceAccountTokenInSecrets is unset; if supported by this CSI driver, set to true to prevent possible logging of tokens in volume attributes
            {apiVersion: storage.k8s.io/v1, kind: CSIDriver} | spec: {tokenRequests: [{audience: a}], serviceAccountTokenInSecrets: false} | ~~
            {apiVersion: v1, kind: Node} | spec: {externalID: i} | spec.externalID: this field is deprecated, and is unused by Kubernetes
            """)
    void isWarnedOf(String kind, String content, String warnings) {
        var object = CLUSTER.object(kind, content);
        assertThat(String.join("; ", rules(object).warnings(object, null))).isEqualTo(warnings);
    }

    @Test
    void anAnnotationThatWasThereIsNoNews() {
        var account = CLUSTER.object(
                "{apiVersion: v1, kind: ServiceAccount}",
                "metadata: {annotations: {kubernetes.io/enforce-mountable-secrets: \"true\"}}");
        assertThat(rules(account).warnings(account, account)).isEmpty();
    }

    @Test
    void profilesOfAnnotationsBecomeFieldsOfNewPods() {
        var pod = (Pod) CLUSTER.object(
                "{apiVersion: v1, kind: Pod}",
                "metadata: {annotations: {%sa: localhost/p, %sb: runtime/default, %sc: strange}}, spec: {securityContext: {appArmorProfile: {type: RuntimeDefault}}, containers: [{name: a}, {name: b}, {name: c}]}"
                        .replace("%s", AGENT));
        var rules = new PodRules();
        var containers = rules.prepareForCreate(pod).spec().containers();
        var profile = new AppArmorProfile(AppArmorProfile.Type.LOCALHOST, "p");
        assertThat(containers.get(0).securityContext())
                .isEqualTo(SecurityContextBuilder.builder()
                        .appArmorProfile(profile)
                        .build());
        assertThat(containers.get(1).securityContext()).as("what the pod says").isNull();
        assertThat(rules.warningsOfSent(pod))
                .containsExactly(
                        "metadata.annotations[" + AGENT
                                + "a]: deprecated since v1.30; use the \"appArmorProfile\" field instead",
                        "metadata.annotations[" + AGENT
                                + "c]: deprecated since v1.30; use the \"appArmorProfile\" field instead");
    }

    @Test
    void addressesInStatusesArePlain() {
        var pod = (Pod) CLUSTER.object("{apiVersion: v1, kind: Pod}", "status: {podIPs: [{ip: 010.0.0.1}]}");
        assertThat(new PodRules().statusWarnings(pod))
                .containsExactly(
                        "status.podIPs[0].ip: non-standard IP address \"010.0.0.1\" will be considered invalid in"
                                + " a future Kubernetes release: use \"10.0.0.1\"");
    }

    private static KindRules<KubernetesObject> rules(KubernetesObject object) {
        var all = new ArrayList<>(NucleusRules.all());
        all.addAll(List.of(
                new NodeRules(), new PersistentVolumeClaimRules(), new PersistentVolumeRules(), new CSIDriverRules()));
        all.addAll(DeviceRules.all());
        return QuietCluster.rulesOf(object, all);
    }
}
