package io.kubelayers.nucleus.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What v1 asks of new attachments alone. */
class VolumeAttachmentChangesTest {
    private static final String KIND = "storage.k8s.io/v1 VolumeAttachment";
    private static final String SPEC =
            "metadata: {name: a}, spec: {attacher: %s, nodeName: node, source: {persistentVolumeName: p}}";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @Test
    void aNewOneHasADriverOfAProperName() {
        assertThat(refusals().ofNew(KIND, SPEC.formatted("_b")))
                .startsWith("spec.attacher: Invalid value: \"_b\": a lowercase RFC 1123 subdomain must consist of");
    }

    @Test
    void ofAChangeNothingIsSaidButThatThereMayBeNone() {
        assertThat(refusals().ofChange(KIND, SPEC.formatted("a"), SPEC.formatted("_b")))
                .isEqualTo("spec: Invalid value: {\"Attacher\":\"_b\",\"Source\":{\"PersistentVolumeName\":\"p\","
                        + "\"InlineVolumeSpec\":null},\"NodeName\":\"node\"}: field is immutable");
    }

    private static Refusals refusals() {
        return new Refusals(CLUSTER.get(), Map.of());
    }
}
