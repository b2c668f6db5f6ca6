package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;

/** Names of the indexes that every cluster keeps. */
public final class Indexes {
    /** Pods by {@code spec.nodeName}; "" files the pods that are not bound yet. */
    public static final String POD_BY_NODE = "pod.node";

    /** Objects of every kind by the uid of each owner. */
    public static final String BY_OWNER = "owner";

    /** Objects of every kind by the uid of their controller. */
    public static final String BY_CONTROLLER = "controller";

    /** Events by what happened to whom, and who says so; with the words that were said, and without. */
    public static final String EVENT_BY_KEY = "event.key";

    private Indexes() {}

    /** {@link #EVENT_BY_KEY} as a store keeps it. */
    public static IndexDefinition eventsByKey() {
        return new IndexDefinition(
                EVENT_BY_KEY, "events", object -> object instanceof Event event ? EventKey.filed(event) : List.of());
    }

    /** {@link #POD_BY_NODE} as a store keeps it. */
    public static IndexDefinition podsByNode() {
        return new IndexDefinition(POD_BY_NODE, "pods", object -> {
            if (!(object instanceof Pod pod)) {
                return List.of();
            }
            var node = pod.spec().nodeName();
            return List.of(node == null ? "" : node);
        });
    }
}
