package io.kubelayers.nucleus.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolume.Phase;
import io.kubelayers.testing.QuietCluster;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Since when a volume has been in its phase: the server's time, or what the writer says. */
class VolumePhaseTimesTest {
    private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    private static PersistentVolume volume(@Nullable String phase, @Nullable Instant since) {
        var volume = (PersistentVolume) CLUSTER.object(
                "{apiVersion: v1, kind: PersistentVolume}",
                "metadata: {name: a, creationTimestamp: \"2026-01-01T00:00:00Z\"}");
        return volume.withStatus(new PersistentVolume.Status(phase, null, null, since));
    }

    @Test
    void aNewVolumeIsPendingSinceItsCreation() {
        var created = new PersistentVolumeRules().prepareForCreate(volume(Phase.BOUND, NOW));
        assertThat(created.status())
                .isEqualTo(
                        new PersistentVolume.Status(Phase.PENDING, null, null, Instant.parse("2026-01-01T00:00:00Z")));
    }

    @ParameterizedTest(name = "to {0} with {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Bound, -, 2026-01-02T00:00:00Z",
                "Bound, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
                "Released, -, 2026-01-03T00:00:00Z",
                "Released, 2026-01-02T00:00:00Z, 2026-01-03T00:00:00Z",
                "Released, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
            })
    void aChangeOfPhaseIsTimed(String phase, @Nullable Instant sent, Instant stored) {
        var old = volume(Phase.BOUND, Instant.parse("2026-01-02T00:00:00Z"));
        var prepared = new PersistentVolumeRules().prepareForStatusUpdate(volume(phase, sent), old, NOW);
        assertThat(prepared.status()).isEqualTo(new PersistentVolume.Status(phase, null, null, stored));
    }
}
