package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param spec TODO-DOC
 */
@Kind(
    group = "networking.k8s.io",
    version = "v1",
    plural = "ipaddresses",
    scope = Scope.CLUSTER,
    shortNames = "ip",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "ParentRef")
    })
@RecordBuilder
public record IPAddress(
    @Written @Pb(1) ObjectMeta metadata,
    @Written @Pb(2) Spec spec)
    implements KubernetesObject, IPAddressBuilder.With {
    public IPAddress {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
    }

    @Override
    public IPAddress withMetadata(ObjectMeta metadata) {
        return IPAddressBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param parentRef TODO-DOC
     */
    @RecordBuilder
    public record Spec(
        @Required @OmitEmpty @Pb(1) @Nullable ParentReference parentRef)
        implements IPAddressSpecBuilder.With {
        /** The value of a field that was not set. */
        public static final Spec EMPTY = new Spec(null);

    }

    /**
     * TODO-DOC.
     *
     * @param group TODO-DOC
     * @param resource TODO-DOC
     * @param namespace TODO-DOC
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record ParentReference(
        @Pb(1) @Nullable String group,
        @Required @OmitEmpty @Pb(2) @Nullable String resource,
        @Pb(3) @Nullable String namespace,
        @Required @OmitEmpty @Pb(4) @Nullable String name)
        implements IPAddressParentReferenceBuilder.With {
        public ParentReference {
            group = Absent.optional(group);
            resource = Absent.optional(resource);
            namespace = Absent.optional(namespace);
            name = Absent.optional(name);
        }

    }
}
