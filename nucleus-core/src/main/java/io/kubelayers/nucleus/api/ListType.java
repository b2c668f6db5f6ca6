package io.kubelayers.nucleus.api;

/** How server-side apply merges a list, {@code x-kubernetes-list-type} of the published schema. */
public enum ListType {
    /** One value: whoever applies it owns all of it. The type of lists that say nothing. */
    ATOMIC,
    /** Unique scalars, each owned by itself. */
    SET,
    /** Objects told apart by key fields, each owned by itself. */
    MAP
}
