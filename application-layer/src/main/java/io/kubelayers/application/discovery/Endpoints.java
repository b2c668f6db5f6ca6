package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.KubernetesObject;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
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
 * @param subsets TODO-DOC
 */
@Kind(
    version = "v1",
    plural = "endpoints",
    shortNames = "ep",
    columns = {
        @Column(name = "Name", format = "name"),
        @Column(name = "Endpoints"),
        @Column(name = "Age")
    })
@RecordBuilder
public record Endpoints(
    @Written @Pb(1) ObjectMeta metadata,
    @Atomic @Pb(2) List<EndpointSubset> subsets)
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
     * TODO-DOC.
     *
     * @param addresses TODO-DOC
     * @param notReadyAddresses TODO-DOC
     * @param ports TODO-DOC
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
     * TODO-DOC.
     *
     * @param ip TODO-DOC
     * @param hostname TODO-DOC
     * @param nodeName TODO-DOC
     * @param targetRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param port TODO-DOC
     * @param protocol TODO-DOC
     * @param appProtocol TODO-DOC
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
