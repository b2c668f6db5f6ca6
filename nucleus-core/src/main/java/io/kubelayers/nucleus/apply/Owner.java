package io.kubelayers.nucleus.apply;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry.ManagedFieldsOperationType;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns fields: a manager by one operation through one subresource. Updates in different versions are different owners,
 * applies are not.
 *
 * @param manager name of the manager, null if unknown
 * @param operation Apply or Update
 * @param apiVersion version of updates; null for applies
 * @param subresource such as status; null for the object itself
 */
record Owner(@Nullable String manager, String operation, @Nullable String apiVersion, @Nullable String subresource)
        implements Comparable<Owner> {
    static final String APPLY = ManagedFieldsOperationType.APPLY;
    static final String UPDATE = ManagedFieldsOperationType.UPDATE;

    /** Who does what a request does. */
    static Owner of(String manager, String operation, String apiVersion, String subresource) {
        return new Owner(
                manager.isEmpty() ? "unknown" : manager,
                operation,
                operation.equals(APPLY) ? null : apiVersion,
                subresource.isEmpty() ? null : subresource);
    }

    static Owner of(ManagedFieldsEntry entry) {
        var operation = entry.operation() == null ? "" : entry.operation();
        return new Owner(
                entry.manager(), operation, operation.equals(APPLY) ? null : entry.apiVersion(), entry.subresource());
    }

    /** Upstream's identifier, by which conflicts are sorted. */
    private String identifier() {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        put("manager", manager, tree);
        put("operation", operation, tree);
        put("apiVersion", apiVersion, tree);
        put("subresource", subresource, tree);
        return Codec.json(tree);
    }

    private static void put(String name, @Nullable String value, LinkedHashMap<String, @Nullable Object> tree) {
        if (value != null && !value.isEmpty()) {
            tree.put(name, value);
        }
    }

    /** As conflicts name the owner. */
    String shown() {
        var text = new StringBuilder(Scalars.quoted(manager == null ? "" : manager));
        if (subresource != null) {
            text.append(" with subresource ").append(Scalars.quoted(subresource));
        }
        if (operation.equals(UPDATE)) {
            text.append(" using ").append(apiVersion);
        }
        return text.toString();
    }

    @Override
    public int compareTo(Owner other) {
        return equals(other) ? 0 : identifier().compareTo(other.identifier());
    }
}
