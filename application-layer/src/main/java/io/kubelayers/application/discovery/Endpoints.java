package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Protocol;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of addresses that serve a service of the same name. Deprecated; use EndpointSlice.
 *
 * @param metadata the usual object metadata
 * @param subsets Groups of addresses that share the same ports.
 */
@Kind(
        version = "v1",
        plural = "endpoints",
        shortNames = "ep",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Endpoints"), @Column(name = "Age")})
@RecordBuilder
public record Endpoints(@Written @Pb(1) ObjectMeta metadata, @Atomic @Pb(2) List<EndpointSubset> subsets)
        implements KubernetesObject, EndpointsBuilder.With {
    public Endpoints {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        subsets = Absent.list(subsets);
    }

    @Override
    public Endpoints withMetadata(ObjectMeta metadata) {
        return EndpointsBuilder.With.super.withMetadata(metadata);
    }

    /**
     * A group of addresses that all offer the same ports. Deprecated along with Endpoints.
     *
     * @param addresses Addresses that are ready for traffic.
     * @param notReadyAddresses Addresses that are not ready for traffic yet or any more.
     * @param ports Ports available on every address of the group.
     */
    @RecordBuilder
    public record EndpointSubset(
            @Atomic @Pb(1) List<EndpointAddress> addresses,
            @Atomic @Pb(2) List<EndpointAddress> notReadyAddresses,
            @Atomic @Pb(3) List<EndpointPort> ports)
            implements EndpointsEndpointSubsetBuilder.With {
        public EndpointSubset {
            addresses = Absent.list(addresses);
            notReadyAddresses = Absent.list(notReadyAddresses);
            ports = Absent.list(ports);
        }
    }

    /**
     * One address behind a service. Deprecated along with Endpoints.
     *
     * @param ip IP address, which must not be loopback, link-local or multicast.
     * @param hostname Host name of the endpoint in DNS; empty means none.
     * @param nodeName Node that hosts the endpoint; null when unknown.
     * @param targetRef Object behind the address, usually a pod; null when unknown.
     */
    @Atomic
    @RecordBuilder
    public record EndpointAddress(
            @Required @Pb(1) String ip,
            @Pb(3) @Nullable String hostname,
            @Pb(4) @Nullable String nodeName,
            @Pb(2) @Nullable ObjectReference targetRef)
            implements EndpointsEndpointAddressBuilder.With {
        public EndpointAddress {
            ip = Absent.text(ip);
            hostname = Absent.optional(hostname);
        }
    }

    /**
     * One port offered by the addresses of a group. Deprecated along with Endpoints.
     *
     * @param name Name of the matching service port; may be empty when there is only one port.
     * @param port Port number, 1-65535.
     * @param protocol TCP, UDP or SCTP; defaults to TCP.
     * @param appProtocol Application protocol as a hint to implementations; null means none.
     */
    @Atomic
    @RecordBuilder
    public record EndpointPort(
            @Pb(1) @Nullable String name,
            @Required @Pb(2) int port,
            @EnumValues(Protocol.class) @Pb(3) @Nullable String protocol,
            @Pb(4) @Nullable String appProtocol)
            implements EndpointsEndpointPortBuilder.With {
        public EndpointPort {
            name = Absent.optional(name);
            protocol = Absent.optional(protocol);
        }
    }
}
