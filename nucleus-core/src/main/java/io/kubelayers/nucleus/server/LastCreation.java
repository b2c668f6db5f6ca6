package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.apply.ServerSideApply;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what of the object that was created last. The next one often differs from it in nothing that anybody owns, as
 * the pods of a workload do: then it has the same entries, and they are in memory once. Safe for use by many threads.
 */
final class LastCreation {
    private record Made(
            ServerSideApply apply, KubernetesObject object, String manager, List<ManagedFieldsEntry> entries) {}

    private final SharedLabels labels;
    private volatile @Nullable Made last; // of those made at the same time one stays, and all are right

    LastCreation(SharedLabels labels) {
        this.labels = labels;
    }

    /**
     * The entries of a new object.
     *
     * @param apply for the requests by which it is created
     * @param found finds the entries of an object at that time, and may keep the object; asked where they are not known
     */
    List<ManagedFieldsEntry> entries(
            ServerSideApply apply,
            KubernetesObject object,
            String manager,
            Instant now,
            Function<KubernetesObject, List<ManagedFieldsEntry>> found) {
        var known = last;
        if (known != null && known.apply == apply && known.manager.equals(manager) && alike(known.object, object)) {
            var entries = known.entries;
            if (now.equals(entries.get(0).time())) {
                return entries;
            }
            var later = List.of(entries.get(0).withTime(now));
            last = new Made(apply, known.object, manager, later);
            return later;
        }
        var kept = labels.sharedBy(object);
        var entries = found.apply(kept);
        last = kept instanceof DynamicObject ? known : new Made(apply, kept, manager, entries); // it has no schema
        return entries;
    }

    /** Whether two objects of a kind certainly have the same fields. That they are equal is not enough: see {@link #same}. */
    private static boolean alike(KubernetesObject one, KubernetesObject other) {
        if (one.getClass() != other.getClass() || !alike(one.metadata(), other.metadata())) {
            return false;
        }
        var fields = RecordSchema.of(one.getClass()).fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field.get(one) != field.get(other) && !field.name().equals("metadata")) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(ObjectMeta one, ObjectMeta other) {
        return Objects.equals(one.generateName(), other.generateName())
                && Objects.equals(one.deletionTimestamp(), other.deletionTimestamp())
                && Objects.equals(one.deletionGracePeriodSeconds(), other.deletionGracePeriodSeconds())
                && same(one.labels(), other.labels())
                && same(one.annotations(), other.annotations())
                && same(one.ownerReferences(), other.ownerReferences())
                && same(one.finalizers(), other.finalizers());
    }

    /** An empty list or map that was sent is owned, and equals one that was not. */
    private static boolean same(List<?> one, List<?> other) {
        return one == other || !one.isEmpty() && one.equals(other);
    }

    private static boolean same(Map<?, ?> one, Map<?, ?> other) {
        return one == other || !one.isEmpty() && one.equals(other);
    }
}
