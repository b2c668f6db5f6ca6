package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A pod volume backed by a claim that is created for the pod and deleted along with it.
 *
 * @param volumeClaimTemplate Blueprint of the claim, which is named after the pod and the volume joined by a
 *     hyphen.
 */
@RecordBuilder
public record EphemeralVolumeSource(@Pb(1) @Nullable PersistentVolumeClaimTemplate volumeClaimTemplate)
        implements EphemeralVolumeSourceBuilder.With {

    /**
     * The blueprint of a claim that is created for an ephemeral volume.
     *
     * @param metadata Labels and annotations copied to the claim; other metadata is rejected.
     * @param spec Specification copied unchanged to the claim.
     */
    @RecordBuilder
    public record PersistentVolumeClaimTemplate(
            @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) PersistentVolumeClaimSpec spec)
            implements EphemeralVolumeSourcePersistentVolumeClaimTemplateBuilder.With {
        public PersistentVolumeClaimTemplate {
            metadata = Absent.or(metadata, ObjectMeta.EMPTY);
            spec = Absent.or(spec, PersistentVolumeClaimSpec.EMPTY);
        }
    }
}
