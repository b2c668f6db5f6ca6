package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The finalizers with which the garbage collector is told what to do with an object's dependents
 * (apiserver {@code deletionFinalizersForGarbageCollection}): the options of the delete decide, then finalizers that are
 * there already, then the kind.
 */
final class DeletionFinalizers {
    static final String ORPHAN = "orphan";
    static final String FOREGROUND = "foregroundDeletion";

    private DeletionFinalizers() {}

    /** The finalizers of an object that is being deleted; the same list if they stay as they are. */
    static List<String> after(List<String> finalizers, DeleteOptions options, GarbageCollectionPolicy policy) {
        var wanted = wanted(finalizers, options, policy);
        var result = new ArrayList<>(finalizers);
        result.removeAll(List.of(ORPHAN, FOREGROUND));
        if (wanted != null) {
            result.add(wanted);
        }
        return result.size() == finalizers.size() && result.containsAll(finalizers) ? finalizers : List.copyOf(result);
    }

    private static @Nullable String wanted(
            List<String> finalizers, DeleteOptions options, GarbageCollectionPolicy policy) {
        if (policy == GarbageCollectionPolicy.UNSUPPORTED) {
            return null;
        }
        if (options.orphanDependents() != null) {
            return options.orphanDependents() ? ORPHAN : null;
        }
        if (options.propagationPolicy() != null) {
            return switch (options.propagationPolicy()) {
                case DeletionPropagation.ORPHAN -> ORPHAN;
                case DeletionPropagation.FOREGROUND -> FOREGROUND;
                default -> null;
            };
        }
        for (var finalizer : finalizers) {
            if (finalizer.equals(ORPHAN) || finalizer.equals(FOREGROUND)) {
                return finalizer;
            }
        }
        return policy == GarbageCollectionPolicy.ORPHAN_DEPENDENTS ? ORPHAN : null;
    }
}
