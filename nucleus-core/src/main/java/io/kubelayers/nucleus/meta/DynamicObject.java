package io.kubelayers.nucleus.meta;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that has no record: a custom resource, held as a JSON tree.
 *
 * @param apiVersion group and version, such as {@code example.com/v1}
 * @param kind kind of the object
 * @param metadata the usual object metadata
 * @param fields every other top-level field, as an immutable tree of maps, lists and scalars in the order of arrival
 */
public record DynamicObject(String apiVersion, String kind, ObjectMeta metadata, Map<String, @Nullable Object> fields)
        implements KubernetesObject {
    @Override
    public DynamicObject withMetadata(ObjectMeta metadata) {
        return new DynamicObject(apiVersion, kind, metadata, fields);
    }
}
