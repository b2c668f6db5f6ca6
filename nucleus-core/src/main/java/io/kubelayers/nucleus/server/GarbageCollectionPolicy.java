package io.kubelayers.nucleus.server;

/** What becomes of an object's dependents when a delete does not say (apiserver {@code rest.GarbageCollectionPolicy}). */
public enum GarbageCollectionPolicy {
    /** They are deleted after it. */
    DELETE_DEPENDENTS,
    /** They stay and forget their owner: what deletes of old kinds did before there was a choice. */
    ORPHAN_DEPENDENTS,
    /** Nothing depends on such objects, whatever a delete says. */
    UNSUPPORTED
}
