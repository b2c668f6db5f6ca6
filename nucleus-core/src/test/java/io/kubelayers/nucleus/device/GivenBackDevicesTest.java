package io.kubelayers.nucleus.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.resource.ResourceClaim;
import org.junit.jupiter.api.Test;

/** What drivers tell of devices stays as long as the devices are allocated. */
class GivenBackDevicesTest {
    private static final String TOLD = "devices: [{driver: d, pool: p, device: a}, {driver: d, pool: p, device: b}]";

    @Test
    void nothingIsToldOfADeviceThatWasGivenBack() {
        try (var cluster = Cluster.builder().start()) {
            var codec = Codec.of(cluster.types());
            var before = claim(codec, result("a") + ", " + result("b"));
            var after = new ResourceClaimRules().prepareForStatusUpdate(claim(codec, result("b")), before);
            assertThat(after.status().devices())
                    .extracting(ResourceClaim.AllocatedDeviceStatus::device)
                    .containsExactly("b");
            assertThat(new ResourceClaimRules().prepareForStatusUpdate(before, before))
                    .isEqualTo(before);
        }
    }

    private static String result(String device) {
        return "{request: r, driver: d, pool: p, device: " + device + "}";
    }

    private static ResourceClaim claim(Codec codec, String results) {
        var yaml = "{apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: c}, status: {allocation:"
                + " {devices: {results: [" + results + "]}}, " + TOLD + "}}";
        return (ResourceClaim) codec.readAll(yaml, ReadOptions.strict()).get(0);
    }
}
