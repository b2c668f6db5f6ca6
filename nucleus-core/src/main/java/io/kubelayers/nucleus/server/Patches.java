package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.patch.JsonPatch;
import io.kubelayers.nucleus.patch.MergePatch;
import io.kubelayers.nucleus.patch.PatchException;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Applies patches to objects by way of their JSON trees. */
final class Patches {
    private final Trees trees;

    Patches(Trees trees) {
        this.trees = trees;
    }

    /**
     * The object as the patch leaves it.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 422 if it does not apply, 415 for types that are not supported
     */
    KubernetesObject apply(RequestContext context, Body.Patch patch, KubernetesObject object) {
        var tree = trees.write(object);
        try {
            var patched =
                    switch (patch.type()) {
                        case JSON -> JsonPatch.apply(tree, patch.tree());
                        case MERGE -> MergePatch.apply(tree, patch.tree());
                        case STRATEGIC_MERGE, APPLY -> throw ApiErrors.unsupportedMediaType(
                                "the body of the request was in an unknown format - accepted media types include: "
                                        + Body.PatchType.JSON.contentType() + ", "
                                        + Body.PatchType.MERGE.contentType());
                    };
            return trees.read(context, patched);
        } catch (PatchException e) {
            throw ApiErrors.invalid(
                    context.type().group(),
                    context.type().kind(),
                    context.request().name(),
                    List.of(FieldError.invalid(FieldPath.of("patch"), patch.tree(), e.message())));
        }
    }
}
