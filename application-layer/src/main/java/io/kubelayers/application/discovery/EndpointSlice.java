package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of the network endpoints behind a Service.
 *
 * @param metadata the usual object metadata
 * @param addressType Kind of all addresses here: IPv4, IPv6 or FQDN; cannot change.
 * @param endpoints The endpoints, up to 1000.
 * @param ports Ports every endpoint here has, up to 20000; empty means none.
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
     * A port shared by all endpoints of a slice.
     *
     * @param name Port name, unique in the slice; null means empty.
     * @param protocol TCP, UDP or SCTP; null means TCP.
     * @param port Port number, 1-65535; null is left to the reader of the slice.
     * @param appProtocol Application protocol, such as http or a domain-prefixed name; null if not said.
     */
    @Atomic
    @RecordBuilder
    public record EndpointPort(
            @Default("") @Pb(1) @Nullable String name,
            @Default("TCP") @EnumValues(Protocol.class) @Pb(2) @Nullable String protocol,
            @Pb(3) @Nullable Integer port,
            @Pb(4) @Nullable String appProtocol)
            implements EndpointSliceEndpointPortBuilder.With {}

    /** The values of {@code AddressType}. */
    public static final class AddressType {
        public static final String IPV4 = "IPv4";
        public static final String IPV6 = "IPv6";
        public static final String FQDN = "FQDN";

        private AddressType() {}
    }
}
