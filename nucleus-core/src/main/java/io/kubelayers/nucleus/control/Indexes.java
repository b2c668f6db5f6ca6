package io.kubelayers.nucleus.control;

/** Names of the indexes that every cluster keeps. */
public final class Indexes {
    /** Pods by {@code spec.nodeName}; "" files the pods that are not bound yet. */
    public static final String POD_BY_NODE = "pod.node";

    /** Objects of every kind by the uid of each owner. */
    public static final String BY_OWNER = "owner";

    /** Objects of every kind by the uid of their controller. */
    public static final String BY_CONTROLLER = "controller";

    private Indexes() {}
}
