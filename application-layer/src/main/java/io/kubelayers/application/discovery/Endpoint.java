package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One backend of a Service, usually a pod.
 *
 * @param addresses Addresses of the backend, 1 to 100; consumers use the first only.
 * @param conditions Whether the backend can take traffic.
 * @param hostname Host name of the backend, a DNS label; null if none.
 * @param targetRef Object behind it, usually a pod; null if none.
 * @param deprecatedTopology Old topology data carried over from v1beta1; up to 16 entries.
 * @param nodeName Node that hosts the backend; null if unknown.
 * @param zone Zone the backend is in; null if unknown.
 * @param hints Advice which clients should use this backend; null gives none.
 */
@TypeName(in = "discovery/v1")
@RecordBuilder
public record Endpoint(
        @Required @ListSet @Pb(1) List<String> addresses,
        @Written @Pb(2) Conditions conditions,
        @Pb(3) @Nullable String hostname,
        @Pb(4) @Nullable ObjectReference targetRef,
        @DeprecatedField @Pb(5) Map<String, String> deprecatedTopology,
        @Pb(6) @Nullable String nodeName,
        @Pb(7) @Nullable String zone,
        @Pb(8) @Nullable Hints hints)
        implements EndpointBuilder.With {
    public Endpoint {
        addresses = Absent.list(addresses);
        conditions = Absent.or(conditions, Conditions.EMPTY);
        deprecatedTopology = Absent.map(deprecatedTopology);
    }

    /**
     * Whether an endpoint can take traffic.
     *
     * @param ready True if traffic may be sent; normally false while shutting down. Null is read as true.
     * @param serving True if it can answer, even while shutting down; null is read as true.
     * @param terminating True while it is shutting down; null is read as false.
     */
    @TypeName("EndpointConditions")
    @RecordBuilder
    public record Conditions(
            @Pb(1) @Nullable Boolean ready, @Pb(2) @Nullable Boolean serving, @Pb(3) @Nullable Boolean terminating)
            implements EndpointConditionsBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Conditions EMPTY = new Conditions(null, null, null);
    }

    /**
     * Advice for routing to an endpoint from near by.
     *
     * @param forZones Zones whose clients should use the endpoint, up to 8.
     * @param forNodes Nodes whose clients should use the endpoint, up to 8.
     */
    @TypeName("EndpointHints")
    @RecordBuilder
    public record Hints(@Atomic @Pb(1) List<ForZone> forZones, @Atomic @Pb(2) List<ForNode> forNodes)
            implements EndpointHintsBuilder.With {
        public Hints {
            forZones = Absent.list(forZones);
            forNodes = Absent.list(forNodes);
        }
    }

    /**
     * A zone named in endpoint hints.
     *
     * @param name Zone name.
     */
    @RecordBuilder
    public record ForZone(@Required @Pb(1) String name) implements EndpointForZoneBuilder.With {
        public ForZone {
            name = Absent.text(name);
        }
    }

    /**
     * A node named in endpoint hints.
     *
     * @param name Node name.
     */
    @RecordBuilder
    public record ForNode(@Required @Pb(1) String name) implements EndpointForNodeBuilder.With {
        public ForNode {
            name = Absent.text(name);
        }
    }
}
