package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.FieldSchema;
import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes objects of any kind apart into spec, status and the rest, and puts them together again. */
final class ObjectParts {
    private static final String STATUS = "status";

    private ObjectParts() {}

    /** The first object with the status of the second. */
    static KubernetesObject withStatusOf(KubernetesObject object, KubernetesObject other) {
        if (object instanceof DynamicObject dynamic) {
            return withField(
                    dynamic,
                    STATUS,
                    other instanceof DynamicObject from ? from.fields().get(STATUS) : null);
        }
        var status = RecordSchema.of(object.getClass()).field(STATUS);
        return status == null ? object : with(object, status, status.get(other));
    }

    /** The object as it is before anything has happened to it. */
    static KubernetesObject withoutStatus(KubernetesObject object) {
        if (object instanceof DynamicObject dynamic) {
            return withField(dynamic, STATUS, null);
        }
        var status = RecordSchema.of(object.getClass()).field(STATUS);
        return status == null || Objects.equals(status.get(object), status.zero())
                ? object
                : with(object, status, status.zero());
    }

    /** Whether two objects of a kind differ in anything but metadata and status. */
    static boolean sameSpec(KubernetesObject one, KubernetesObject other) {
        if (one instanceof DynamicObject left && other instanceof DynamicObject right) {
            var leftFields = new LinkedHashMap<>(left.fields());
            var rightFields = new LinkedHashMap<>(right.fields());
            leftFields.remove(STATUS);
            rightFields.remove(STATUS);
            return leftFields.equals(rightFields);
        }
        for (var field : RecordSchema.of(one.getClass()).fields()) {
            if (!field.name().equals(STATUS)
                    && !field.name().equals("metadata")
                    && !Objects.equals(field.get(one), field.get(other))) {
                return false;
            }
        }
        return true;
    }

    /** Whether two objects of a kind are the same in all but metadata. */
    static boolean sameButMetadata(KubernetesObject one, KubernetesObject other) {
        if (one instanceof DynamicObject left && other instanceof DynamicObject right) {
            return left.fields().equals(right.fields());
        }
        for (var field : RecordSchema.of(one.getClass()).fields()) {
            if (!field.name().equals("metadata") && !Objects.equals(field.get(one), field.get(other))) {
                return false;
            }
        }
        return true;
    }

    private static KubernetesObject with(KubernetesObject object, FieldSchema changed, @Nullable Object value) {
        var schema = RecordSchema.of(object.getClass());
        var values = schema.values((Record) object);
        values[changed.index()] = value;
        return (KubernetesObject) schema.create(values);
    }

    private static DynamicObject withField(DynamicObject object, String name, @Nullable Object value) {
        var fields = new LinkedHashMap<>(object.fields());
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        return new DynamicObject(
                object.apiVersion(), object.kind(), object.metadata(), Collections.unmodifiableMap(fields));
    }
}
