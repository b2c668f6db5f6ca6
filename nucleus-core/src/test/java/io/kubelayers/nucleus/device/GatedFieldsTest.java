package io.kubelayers.nucleus.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.resource.ResourceClaim;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.testing.QuietCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of features that are off in 1.35 are not stored. */
class GatedFieldsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            taints of devices                   | ResourceSlice | devices: [{name: a, taints: [{key: k, effect: NoSchedule}]}] | devices: [{name: a}]
            counters that devices share         | ResourceSlice | sharedCounters: [{name: c, counters: {n: {value: 1}}}], devices: [{name: a, consumesCounters: [{counterSet: c, counters: {n: {value: 1}}}]}] | devices: [{name: a}]
            a node for each device              | ResourceSlice | perDeviceNodeSelection: true, devices: [{name: a, nodeName: node}, {name: b, allNodes: true}] | devices: [{name: a}, {name: b}]
            conditions of binding               | ResourceSlice | devices: [{name: a, bindsToNode: true, bindingConditions: [c], bindingFailureConditions: [d]}] | devices: [{name: a}]
            capacity that is shared             | ResourceSlice | devices: [{name: a, allowMultipleAllocations: true, capacity: {m: {value: 1Gi, requestPolicy: {default: 1Gi}}}}] | devices: [{name: a, capacity: {m: {value: 1Gi}}}]
            a name as an extended resource      | DeviceClass   | extendedResourceName: example.com/gpu | ''
            tolerations, and shares of capacity | ResourceClaim | devices: {requests: [{name: a, exactly: {deviceClassName: c, tolerations: [{operator: Exists}], capacity: {requests: {m: 1}}}}], constraints: [{matchAttribute: x/y, distinctAttribute: x/z}]} | devices: {requests: [{name: a, exactly: {deviceClassName: c}}], constraints: [{matchAttribute: x/y}]}
            the same in templates               | ResourceClaimTemplate | spec: {devices: {requests: [{name: a, firstAvailable: [{name: b, deviceClassName: c, tolerations: [{operator: Exists}]}]}]}} | spec: {devices: {requests: [{name: a, firstAvailable: [{name: b, deviceClassName: c}]}]}}
            """)
    void areDroppedUnlessThereWereSome(String what, String kind, String sent, String stored) {
        var object = object(kind, sent);
        var plain = object(kind, stored);
        var rules = rules(object);

        assertThat(rules.prepareForCreate(object)).as(what).isEqualTo(plain);
        assertThat(rules.prepareForUpdate(object, plain)).isEqualTo(plain);
        assertThat(rules.prepareForUpdate(object, object)).isEqualTo(object);
        assertThat(rules.prepareForCreate(plain)).isEqualTo(plain);
    }

    @Test
    void oneFeatureThatWasInUseBringsNoOther() {
        var old = object("ResourceSlice", "devices: [{name: a, taints: [{key: k, effect: NoSchedule}]}]");
        var sent =
                object("ResourceSlice", "devices: [{name: a, nodeName: node, taints: [{key: l, effect: NoExecute}]}]");

        assertThat(rules(sent).prepareForUpdate(sent, old))
                .isEqualTo(object("ResourceSlice", "devices: [{name: a, taints: [{key: l, effect: NoExecute}]}]"));
    }

    @Test
    void statusesTellOfNoShares() {
        var told = status("{request: r, driver: d, pool: p, device: a, shareID: s, bindingConditions: [c]}");
        var plain = status("{request: r, driver: d, pool: p, device: a}");

        assertThat(new ResourceClaimRules().prepareForStatusUpdate(told, status("")))
                .isEqualTo(plain);
        assertThat(new ResourceClaimRules().prepareForStatusUpdate(told, told)).isEqualTo(told);
    }

    private static ResourceClaim status(String results) {
        return (ResourceClaim) read("{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: c}, status:"
                + " {allocation: {devices: {results: [" + results + "]}}}}");
    }

    private static KubernetesObject object(String kind, String spec) {
        return read("{apiVersion: resource.k8s.io/v1, kind: " + kind + ", metadata: {name: a}, spec: {" + spec + "}}");
    }

    private static KubernetesObject read(String yaml) {
        return Codec.of(CLUSTER.get().types())
                .readAll(yaml, ReadOptions.strict())
                .get(0);
    }

    @SuppressWarnings("unchecked")
    private static KindRules<KubernetesObject> rules(KubernetesObject object) {
        for (var rules : DeviceRules.all()) {
            if (rules.type().isInstance(object)) {
                return (KindRules<KubernetesObject>) rules;
            }
        }
        throw new IllegalArgumentException(object.getClass().getName());
    }
}
