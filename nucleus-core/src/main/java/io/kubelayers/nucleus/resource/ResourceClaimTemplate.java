package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Template from which a claim is made for each pod that names it.
 *
 * @param metadata the usual object metadata
 * @param spec Claim to make; cannot change.
 */
@Kind(
        group = "resource.k8s.io",
        version = "v1",
        plural = "resourceclaimtemplates",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Age")})
@RecordBuilder
public record ResourceClaimTemplate(@Written @Pb(1) ObjectMeta metadata, @Required @Immutable @Pb(2) Spec spec)
        implements KubernetesObject, ResourceClaimTemplateBuilder.With {
    public ResourceClaimTemplate {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public ResourceClaimTemplate withMetadata(ObjectMeta metadata) {
        return ResourceClaimTemplateBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Metadata and wanted devices of claims made from a template.
     *
     * @param metadata Labels and annotations each claim gets; other members are refused.
     * @param spec Desired devices of each claim.
     */
    @TypeName("ResourceClaimTemplateSpec")
    @RecordBuilder
    public record Spec(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) ResourceClaimSpec spec)
            implements ResourceClaimTemplateSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null);

        public Spec {
            metadata = Absent.or(metadata, ObjectMeta.EMPTY);
            spec = Absent.or(spec, ResourceClaimSpec.EMPTY);
        }
    }
}
