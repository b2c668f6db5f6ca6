package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The blueprint of the pods that a controller creates.
 *
 * @param metadata Labels, annotations and other metadata given to each pod.
 * @param spec Pod specification given to each pod.
 */
@RecordBuilder
public record PodTemplateSpec(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) PodSpec spec)
        implements PodTemplateSpecBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final PodTemplateSpec EMPTY = new PodTemplateSpec(null, null);

    public PodTemplateSpec {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, PodSpec.EMPTY);
    }
}
