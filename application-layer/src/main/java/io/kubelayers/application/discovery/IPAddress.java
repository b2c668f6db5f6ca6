package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Marks one address as taken, normally by a Service; its name is the address in canonical form.
 *
 * @param metadata the usual object metadata
 * @param spec Holder of the address.
 */
@Kind(
        group = "networking.k8s.io",
        version = "v1",
        plural = "ipaddresses",
        scope = Scope.CLUSTER,
        shortNames = "ip",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "ParentRef")})
@RecordBuilder
public record IPAddress(@Written @Pb(1) ObjectMeta metadata, @Written @Pb(2) Spec spec)
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
     * Tells which object holds an IPAddress.
     *
     * @param parentRef Object that holds the address.
     */
    @TypeName("IPAddressSpec")
    @RecordBuilder
    public record Spec(@Required @OmitEmpty @Pb(1) @Nullable ParentReference parentRef)
            implements IPAddressSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null);
    }

    /**
     * Names the object that holds an IPAddress.
     *
     * @param group API group of the object; empty is the core group.
     * @param resource Plural resource name of the object.
     * @param namespace Namespace of the object; empty if cluster-wide.
     * @param name Name of the object.
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
