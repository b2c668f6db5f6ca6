package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What custom objects are warned about when they get finalizers without a domain, which others might use too (apiextensions
 * {@code customresource/strategy.go}). Of built-in kinds such finalizers are refused.
 */
final class FinalizerWarnings {
    private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private FinalizerWarnings() {}

    /** Warns of those that the write adds, in the order of their names. */
    static void warn(RequestContext context, KubernetesObject object, @Nullable KubernetesObject old) {
        var added = new TreeSet<>(object.metadata().finalizers());
        if (old != null) {
            old.metadata().finalizers().forEach(added::remove);
        }
        for (var finalizer : added) {
            if (finalizer.indexOf('/') < 0 && !STANDARD.contains(finalizer)) {
                context.warn("metadata.finalizers: \"" + finalizer + "\": prefer a domain-qualified finalizer name"
                        + " including a path (/) to avoid accidental conflicts with other finalizer writers");
            }
        }
    }
}
