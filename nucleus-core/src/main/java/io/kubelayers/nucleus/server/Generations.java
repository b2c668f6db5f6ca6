package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.types.ResourceType;

/** {@code metadata.generation}: counts the changes of what is wanted, for kinds whose status reports what was seen. */
final class Generations {
    private Generations() {}

    /** Whether objects of the type count generations. */
    static boolean counts(ResourceType type, KindRules<?> rules) {
        return type.dynamic() || rules.countsGenerations();
    }
}
