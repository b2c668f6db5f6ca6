package io.kubelayers.nucleus.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.resource.Device;
import io.kubelayers.nucleus.resource.ResourceSlice;
import io.kubelayers.testing.QuietCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts as a change of a slice: what was sent, be it stored or not. */
class SliceGenerationTest {
    private static final String SLICE =
            "{apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: slice}}";
    private static final String SPEC =
            "spec: {driver: d.example.com, nodeName: node, pool: {name: p, resourceSliceCount: 1}, devices: [{name: a%s}]}";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    private static ResourceSlice slice(String more) {
        return (ResourceSlice) CLUSTER.object(SLICE, SPEC.formatted(more));
    }

    @Test
    void fieldsThatAreNotStoredAreNewAllTheSame() {
        try (var fork = CLUSTER.get().fork()) {
            var created = (ResourceSlice) fork.client().create(slice(""));
            var same = (ResourceSlice) fork.client().update(slice(""));
            var tainted = (ResourceSlice) fork.client().update(slice(", taints: [{key: k, effect: NoSchedule}]"));

            assertThat(created.metadata().generation()).isEqualTo(1);
            assertThat(same.metadata().generation()).isEqualTo(1);
            assertThat(tainted.spec().devices()).extracting(Device::taints).isEqualTo(List.of(List.of()));
            assertThat(tainted.metadata().generation()).isEqualTo(2);
            assertThat(tainted.metadata().resourceVersion())
                    .isNotEqualTo(same.metadata().resourceVersion());
        }
    }
}
