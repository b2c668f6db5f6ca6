package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object and who owns what of it.
 *
 * @param object the whole object as a tree, without {@code metadata.managedFields}
 * @param managedFields the entries that belong there
 * @param exists whether it is stored; false for one that is about to be created
 */
public record Applied(Map<String, @Nullable Object> object, List<ManagedFieldsEntry> managedFields, boolean exists) {
    public Applied {
        managedFields = List.copyOf(managedFields);
    }

    /** No object yet. */
    public static Applied nothing() {
        return new Applied(Map.of(), List.of(), false);
    }

    /** A stored object. */
    public static Applied of(Map<String, @Nullable Object> object, List<ManagedFieldsEntry> managedFields) {
        return new Applied(object, managedFields, true);
    }
}
