package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param metadata the usual object metadata
 * @param addressType TODO-DOC
 * @param endpoints TODO-DOC
 * @param ports TODO-DOC
 */
@Kind(
    group = "discovery.k8s.io",
    version = "v1",
    plural = "endpointslices",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "AddressType"),
        @Column(name = "Ports"),
        @Column(name = "Endpoints"),
        @Column(name = "Age")
    })
@RecordBuilder
public record EndpointSlice(
    @Written @Pb(1) ObjectMeta metadata,
    @Required @Immutable @EnumValues(AddressType.class) @Pb(4) String addressType,
    @Required @Atomic @Pb(2) List<Endpoint> endpoints,
    @Written @Atomic @Pb(3) List<EndpointPort> ports)
    implements KubernetesObject, EndpointSliceBuilder.With {
    public EndpointSlice {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        addressType = Absent.text(addressType);
        endpoints = Absent.list(endpoints);
        ports = Absent.list(ports);
    }

    @Override
    public EndpointSlice withMetadata(ObjectMeta metadata) {
        return EndpointSliceBuilder.With.super.withMetadata(metadata);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param protocol TODO-DOC
     * @param port TODO-DOC
     * @param appProtocol TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record EndpointPort(
        @Default("") @Pb(1) @Nullable String name,
        @Default("TCP") @EnumValues(Protocol.class) @Pb(2) @Nullable String protocol,
        @Pb(3) @Nullable Integer port,
        @Pb(4) @Nullable String appProtocol)
        implements EndpointSliceEndpointPortBuilder.With {
    }

    /** The values of {@code AddressType}. */
    public static final class AddressType {
        public static final String IPV4 = "IPv4";
        public static final String IPV6 = "IPv6";
        public static final String FQDN = "FQDN";

        private AddressType() {}
    }
}
