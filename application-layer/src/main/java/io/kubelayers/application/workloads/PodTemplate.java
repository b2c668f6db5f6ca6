package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A stored, reusable blueprint of pods.
 *
 * @param metadata the usual object metadata
 * @param template Blueprint itself.
 */
@Kind(
        version = "v1",
        plural = "podtemplates",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Containers"),
            @Column(name = "Images"),
            @Column(name = "Pod Labels")
        })
@RecordBuilder
public record PodTemplate(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) PodTemplateSpec template)
        implements KubernetesObject, PodTemplateBuilder.With {
    public PodTemplate {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        template = Absent.or(template, PodTemplateSpec.EMPTY);
    }

    @Override
    public PodTemplate withMetadata(ObjectMeta metadata) {
        return PodTemplateBuilder.With.super.withMetadata(metadata);
    }
}
