package io.kubelayers.nucleus.admission;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A write that asks to be admitted.
 *
 * @param operation what is done
 * @param type the resource
 * @param subresource such as {@code status} or {@code scale}; "" for the object itself
 * @param namespace namespace of the object; "" for cluster scope
 * @param name name of the object; "" while it is still to be generated
 * @param object the object as it would be stored, or the body of the subresource; null for deletes
 * @param oldObject the object as it is stored; null for creates
 * @param user who writes
 * @param dryRun whether nothing will be stored: plugins must have no lasting effect
 */
@RecordBuilder
public record AdmissionRequest(
        Operation operation,
        ResourceType type,
        String subresource,
        String namespace,
        String name,
        @Nullable KubernetesObject object,
        @Nullable KubernetesObject oldObject,
        UserInfo user,
        boolean dryRun)
        implements AdmissionRequestBuilder.With {
    /** How many characters a made-up name has after its beginning. */
    private static final int SUFFIX = 5;

    /** What is done to the object. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        CONNECT
    }

    /** Whether this is about the resource of that record class itself, not a subresource. */
    public boolean concerns(Class<? extends KubernetesObject> kind) {
        return subresource.isEmpty() && type.is(kind);
    }

    /** The name of the object as refusals tell it: one that is to be made up is told as what it will begin with. */
    public String shownName() {
        var base = object == null ? null : object.metadata().generateName();
        if (operation == Operation.CREATE
                && base != null
                && !base.isEmpty()
                && name.length() == base.length() + SUFFIX
                && name.startsWith(base)) {
            return base;
        }
        return name.isEmpty() ? "Unknown" : name;
    }

    /** The answer 403 to this request, with upstream's words around the reason. */
    public ApiException forbidden(String why) {
        return ApiErrors.forbidden(new ApiErrors.Resource(type.group(), type.plural()), shownName(), why);
    }
}
