package io.kubelayers.nucleus.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What persistent volumes are refused for, where upstream treats a source otherwise than the rest. */
class PersistentVolumeErrorsTest {
    private static final String SPEC =
            "metadata: {name: a}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], %s}";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a target has a name of some form        | iscsi: {targetPortal: p, iqn: odd, lun: 0}                                        | spec.iscsi.iqn: Invalid value: "odd": must be valid format
            flex volumes are looked at beside others | hostPath: {path: /a}, flexVolume: {driver: ''}                                   | spec.flexVolume.driver: Required value
            the root by steps up is not recycled    | hostPath: {path: /a/..}, persistentVolumeReclaimPolicy: Recycle                   | [spec.hostPath.path: Invalid value: "/a/..": must not contain '..', spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/']
            nor by a dot                            | hostPath: {path: /.}, persistentVolumeReclaimPolicy: Recycle                      | spec.persistentVolumeReclaimPolicy: Forbidden: may not be 'recycle' for a hostPath mount of '/'
            """)
    void ofNewOnes(String sentence, String spec, String errors) {
        assertThat(new Refusals(CLUSTER.get(), Map.of()).ofNew("v1 PersistentVolume", SPEC.formatted(spec)))
                .isEqualTo(errors);
    }
}
