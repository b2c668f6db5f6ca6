package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param addresses TODO-DOC
 * @param conditions TODO-DOC
 * @param hostname TODO-DOC
 * @param targetRef TODO-DOC
 * @param deprecatedTopology TODO-DOC
 * @param nodeName TODO-DOC
 * @param zone TODO-DOC
 * @param hints TODO-DOC
 */
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
     * TODO-DOC.
     *
     * @param ready TODO-DOC
     * @param serving TODO-DOC
     * @param terminating TODO-DOC
     */
    @RecordBuilder
    public record Conditions(
        @Pb(1) @Nullable Boolean ready,
        @Pb(2) @Nullable Boolean serving,
        @Pb(3) @Nullable Boolean terminating)
        implements EndpointConditionsBuilder.With {
        /** The value of a field that was not set. */
        public static final Conditions EMPTY = new Conditions(null, null, null);

    }

    /**
     * TODO-DOC.
     *
     * @param forZones TODO-DOC
     * @param forNodes TODO-DOC
     */
    @RecordBuilder
    public record Hints(
        @Atomic @Pb(1) List<ForZone> forZones,
        @Atomic @Pb(2) List<ForNode> forNodes)
        implements EndpointHintsBuilder.With {
        public Hints {
            forZones = Absent.list(forZones);
            forNodes = Absent.list(forNodes);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record ForZone(
        @Required @Pb(1) String name)
        implements EndpointForZoneBuilder.With {
        public ForZone {
            name = Absent.text(name);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     */
    @RecordBuilder
    public record ForNode(
        @Required @Pb(1) String name)
        implements EndpointForNodeBuilder.With {
        public ForNode {
            name = Absent.text(name);
        }

    }
}
