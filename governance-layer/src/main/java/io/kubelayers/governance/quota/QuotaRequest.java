package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.value.Absent;
import org.jspecify.annotations.Nullable;

/**
 * A write that quotas have to admit.
 *
 * @param operation what is done
 * @param resource resource of the object
 * @param subresource such as status or resize; empty for the object itself
 * @param name name as the refusal gives it
 * @param object the object as it would be stored
 * @param oldObject the object as it is stored; null for a create
 */
public record QuotaRequest(
        Operation operation,
        GroupResource resource,
        String subresource,
        String name,
        KubernetesObject object,
        @Nullable KubernetesObject oldObject) {
    /** What is done to the object. */
    public enum Operation {
        CREATE,
        UPDATE
    }

    /** The create of an object of a built-in kind. */
    public static QuotaRequest create(KubernetesObject object) {
        return new QuotaRequest(
                Operation.CREATE, GroupResource.of(object.getClass()), "", nameOf(object), object, null);
    }

    /** The update of an object of a built-in kind. */
    public static QuotaRequest update(KubernetesObject object, KubernetesObject oldObject) {
        return new QuotaRequest(
                Operation.UPDATE, GroupResource.of(object.getClass()), "", nameOf(object), object, oldObject);
    }

    /** The name, its beginning while the rest is still to be generated, or "Unknown". */
    static String nameOf(KubernetesObject object) {
        var meta = object.metadata();
        if (meta.name() != null) {
            return meta.name();
        }
        return Absent.or(meta.generateName(), "Unknown");
    }

    boolean isCreate() {
        return operation == Operation.CREATE;
    }

    boolean isUpdate() {
        return operation == Operation.UPDATE;
    }
}
