package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.definition.CustomResourceDefinitionRules;
import io.kubelayers.nucleus.device.DeviceRules;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.node.NodeRules;
import io.kubelayers.nucleus.pod.PodRules;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.testing.QuietCluster;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of features that are off in 1.35 are not stored. */
class GatedFieldsTest {
    private static final String POD = "{apiVersion: v1, kind: Pod}";
    private static final String CLAIM = "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim}";
    private static final String SLICE = "{apiVersion: resource.k8s.io/v1, kind: ResourceSlice}";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            signals that stop containers        | {apiVersion: v1, kind: Pod} | spec: {containers: [{name: a, lifecycle: {stopSignal: SIGTERM}}]} | spec: {containers: [{name: a}]}
            hooks beside them stay              | {apiVersion: v1, kind: Pod} | spec: {initContainers: [{name: a, lifecycle: {stopSignal: SIGTERM, preStop: {sleep: {seconds: 1}}}}]} | spec: {initContainers: [{name: a, lifecycle: {preStop: {sleep: {seconds: 1}}}}]}
            workloads that pods belong to       | {apiVersion: v1, kind: Pod} | spec: {workloadRef: {name: a, podGroup: b}} | spec: {}
            certificates in volumes             | {apiVersion: v1, kind: Pod} | spec: {volumes: [{name: a, projected: {sources: [{clusterTrustBundle: {name: b, path: c}}, {podCertificate: {signerName: d/e, keyType: RSA3072}}]}}]} | spec: {volumes: [{name: a, projected: {sources: [{}, {}]}}]}
            what pods get as a whole            | {apiVersion: v1, kind: Pod} | status: {phase: Running, resources: {limits: {cpu: 1}}, allocatedResources: {cpu: 1}} | status: {phase: Running}
            claims for extended resources       | {apiVersion: v1, kind: Pod} | status: {extendedResourceClaimStatus: {resourceClaimName: a}} | status: {}
            what a node can do                  | {apiVersion: v1, kind: Node} | status: {declaredFeatures: [A]} | status: {}
            which generation was looked at      | {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition} | status: {observedGeneration: 1, conditions: [{type: A, status: "True", observedGeneration: 1}]} | status: {conditions: [{type: A, status: "True"}]}
            taints of devices                   | {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {devices: [{name: a, taints: [{key: k, effect: NoSchedule}]}]} | spec: {devices: [{name: a}]}
            counters that devices share         | {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {sharedCounters: [{name: c, counters: {n: {value: 1}}}], devices: [{name: a, consumesCounters: [{counterSet: c, counters: {n: {value: 1}}}]}]} | spec: {devices: [{name: a}]}
            a node for each device              | {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {perDeviceNodeSelection: true, devices: [{name: a, nodeName: node}, {name: b, allNodes: true}]} | spec: {devices: [{name: a}, {name: b}]}
            conditions of binding               | {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {devices: [{name: a, bindsToNode: true, bindingConditions: [c], bindingFailureConditions: [d]}]} | spec: {devices: [{name: a}]}
            capacity that is shared             | {apiVersion: resource.k8s.io/v1, kind: ResourceSlice} | spec: {devices: [{name: a, allowMultipleAllocations: true, capacity: {m: {value: 1Gi, requestPolicy: {default: 1Gi}}}}]} | spec: {devices: [{name: a, capacity: {m: {value: 1Gi}}}]}
            a name as an extended resource      | {apiVersion: resource.k8s.io/v1, kind: DeviceClass} | spec: {extendedResourceName: example.com/gpu} | spec: {}
            tolerations, and shares of capacity | {apiVersion: resource.k8s.io/v1, kind: ResourceClaim} | spec: {devices: {requests: [{name: a, exactly: {deviceClassName: c, tolerations: [{operator: Exists}], capacity: {requests: {m: 1}}}}], constraints: [{matchAttribute: x/y, distinctAttribute: x/z}]}} | spec: {devices: {requests: [{name: a, exactly: {deviceClassName: c}}], constraints: [{matchAttribute: x/y}]}}
            the same in templates               | {apiVersion: resource.k8s.io/v1, kind: ResourceClaimTemplate} | spec: {spec: {devices: {requests: [{name: a, firstAvailable: [{name: b, deviceClassName: c, tolerations: [{operator: Exists}]}]}]}}} | spec: {spec: {devices: {requests: [{name: a, firstAvailable: [{name: b, deviceClassName: c}]}]}}}
            shares that were given              | {apiVersion: resource.k8s.io/v1, kind: ResourceClaim} | status: {allocation: {devices: {results: [{request: r, driver: d, pool: p, device: a, shareID: s, bindingConditions: [c]}]}}} | status: {allocation: {devices: {results: [{request: r, driver: d, pool: p, device: a}]}}}
            """)
    void areDroppedUnlessThereWereSome(String what, String kind, String sent, String stored) {
        var object = CLUSTER.object(kind, sent);
        var plain = CLUSTER.object(kind, stored);
        var gated = gated(object);

        assertThat(gated.dropped(object, null)).as(what).isEqualTo(plain);
        assertThat(gated.dropped(object, plain)).isEqualTo(plain);
        assertThat(gated.dropped(object, object)).isSameAs(object);
        assertThat(gated.dropped(plain, null)).isSameAs(plain);
    }

    @Test
    void oneFeatureThatWasInUseBringsNoOther() {
        var old = CLUSTER.object(SLICE, "spec: {devices: [{name: a, taints: [{key: k, effect: NoSchedule}]}]}");
        var sent = CLUSTER.object(
                SLICE, "spec: {devices: [{name: a, nodeName: node, taints: [{key: l, effect: NoExecute}]}]}");

        assertThat(gated(sent).dropped(sent, old))
                .isEqualTo(
                        CLUSTER.object(SLICE, "spec: {devices: [{name: a, taints: [{key: l, effect: NoExecute}]}]}"));
    }

    @Test
    void healthOfResourcesIsNotEvenKept() {
        var sent = CLUSTER.object(
                POD,
                "status: {containerStatuses: [{name: a, stopSignal: SIGTERM, allocatedResourcesStatus: [{name: b}]}]}");
        var stored = CLUSTER.object(POD, "status: {containerStatuses: [{name: a, stopSignal: SIGTERM}]}");

        assertThat(gated(sent).dropped(sent, null)).isEqualTo(stored);
        assertThat(gated(sent).dropped(sent, stored)).isEqualTo(stored);
        assertThat(gated(sent).dropped(sent, sent)).isEqualTo(stored);
    }

    @Test
    void fieldsOfFeaturesThatAreOnStay() {
        var claim = CLUSTER.object(
                CLAIM,
                "spec: {devices: {requests: [{name: a, exactly: {deviceClassName: c, adminAccess: true}}]}},"
                        + " status: {devices: [{driver: d, pool: p, device: a}]}");

        assertThat(gated(claim).dropped(claim, null)).isSameAs(claim);
    }

    private static GatedFields gated(KubernetesObject object) {
        var all = new ArrayList<KindRules<?>>(DeviceRules.all());
        all.add(new PodRules());
        all.add(new NodeRules());
        all.add(new CustomResourceDefinitionRules());
        return QuietCluster.rulesOf(object, all).gatedFields();
    }
}
