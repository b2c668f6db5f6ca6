package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.FieldTypeException;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.patch.GoText;
import io.kubelayers.nucleus.patch.JsonPatch;
import io.kubelayers.nucleus.patch.MergePatch;
import io.kubelayers.nucleus.patch.PatchException;
import io.kubelayers.nucleus.patch.PatchSchema;
import io.kubelayers.nucleus.patch.StrategicMergePatch;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Applies patches to objects by way of their JSON trees, with upstream's errors (apiserver {@code handlers/patch.go}). */
final class Patches {
    private static final String MAP = "map[string]interface {}";
    private static final Set<String> BAD_STRATEGIC = Set.of(
            "invalid JSON document",
            "invalid patch format of primitive list",
            "invalid patch format of retainKeys",
            "invalid patch format of setElementOrder list");

    private final Trees trees;

    Patches(Trees trees) {
        this.trees = trees;
    }

    /**
     * The object as the patch leaves it.
     *
     * @throws ApiException 400 if the patch is none, 422 if it does not apply, 415 for types that the kind does not take
     */
    KubernetesObject apply(RequestContext context, Body.Patch patch, KubernetesObject object) {
        var tree = trees.write(object);
        return switch (patch.type()) {
            case JSON -> {
                var problems = validates(context) ? JsonPatchCheck.problems(patch) : List.<String>of();
                yield read(context, json(patch.tree(), tree), problems);
            }
            case MERGE -> read(context, merge(context, patch.tree(), tree), patch.problems());
            case STRATEGIC_MERGE -> strategic(context, patch, tree, object);
            case APPLY -> throw unsupported(object);
        };
    }

    private static @Nullable Object json(@Nullable Object patch, Map<String, @Nullable Object> tree) {
        if (patch instanceof List<?> operations && operations.size() > JsonPatch.MOST_OPERATIONS) {
            throw ApiErrors.tooLarge("The allowed maximum operations in a JSON patch is " + JsonPatch.MOST_OPERATIONS
                    + ", got " + operations.size());
        }
        try {
            return JsonPatch.apply(tree, patch);
        } catch (PatchException e) {
            throw e.isMalformed() ? ApiErrors.badRequest(e.message()) : ApiErrors.rejected();
        }
    }

    private static boolean validates(RequestContext context) {
        return context.request().options().fieldValidation() != FieldValidation.IGNORE;
    }

    private static @Nullable Object merge(
            RequestContext context, @Nullable Object patch, Map<String, @Nullable Object> tree) {
        if (validates(context) && patch != null && !(patch instanceof Map)) {
            throw ApiErrors.badRequest("error decoding patch: json: cannot unmarshal " + JsonPatchCheck.type(patch)
                    + " into Go value of type " + MAP);
        }
        try {
            return MergePatch.apply(tree, patch);
        } catch (PatchException e) {
            throw ApiErrors.badRequest(e.message());
        }
    }

    private KubernetesObject strategic(
            RequestContext context, Body.Patch body, Map<String, @Nullable Object> tree, KubernetesObject object) {
        var patch = body.tree();
        if (!(object instanceof Record record) || context.type().dynamic()) {
            throw unsupported(object);
        }
        if (patch != null && !(patch instanceof Map)) {
            throw ApiErrors.badRequest(
                    "json: cannot unmarshal " + JsonPatchCheck.type(patch) + " into Go value of type " + MAP);
        }
        var changes =
                patch instanceof Map<?, ?> map ? WholeNumbers.of(map) : new LinkedHashMap<String, @Nullable Object>();
        try {
            var patched = StrategicMergePatch.apply(tree, changes, PatchSchema.of(record.getClass()));
            return trees.readPatched(context, patched, () -> GoText.of(changes), body.problems(), Patches::converted);
        } catch (PatchException e) {
            if (BAD_STRATEGIC.contains(e.message())) {
                throw ApiErrors.badRequest(e.message());
            }
            throw e.message().equals("lists of lists are not supported")
                    ? ApiErrors.rejected()
                    : ApiErrors.unexplained(e.message());
        }
    }

    /** Strategic merge patches are not read from JSON but converted from a tree. */
    private static String converted(DecodeException problem) {
        return problem instanceof FieldTypeException wrong ? wrong.converterDetail() : problem.detail();
    }

    private static ApiException unsupported(KubernetesObject object) {
        var types = new StringBuilder(Body.PatchType.JSON.contentType())
                .append(", ")
                .append(Body.PatchType.MERGE.contentType());
        if (object instanceof Record) {
            types.append(", ").append(Body.PatchType.STRATEGIC_MERGE.contentType());
        }
        types.append(", ").append(Body.PatchType.APPLY.contentType());
        return ApiErrors.unsupportedMediaType(
                "the body of the request was in an unknown format - accepted media types include: " + types);
    }

    private KubernetesObject read(RequestContext context, @Nullable Object patched, List<String> problems) {
        if (!(patched instanceof Map<?, ?> map)) {
            throw ApiErrors.invalid(
                    "",
                    "",
                    "",
                    List.of(FieldError.invalid(
                            FieldPath.of("patch"),
                            Codec.json(patched),
                            "couldn't get version/kind; json parse error: json: cannot unmarshal "
                                    + JsonPatchCheck.type(patched) + " into Go value of type "
                                    + Unrecognized.TYPE_META)));
        }
        var tree = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> tree.put((String) name, value));
        if (context.type().dynamic() && !context.request().subresource().equals("scale")) {
            requireSameKind(context, tree);
        }
        return trees.readPatched(context, tree, () -> Codec.json(shown(tree)), problems);
    }

    /** As upstream writes the patched object: what the patch touched has its keys sorted. */
    private static @Nullable Object shown(@Nullable Object tree) {
        if (tree instanceof LinkedHashMap<?, ?> || tree instanceof TreeMap<?, ?>) {
            var sorted = new TreeMap<String, @Nullable Object>();
            ((Map<?, ?>) tree).forEach((name, value) -> sorted.put((String) name, shown(value)));
            return sorted;
        }
        return tree;
    }

    /** A custom object stays of its kind. */
    private static void requireSameKind(RequestContext context, Map<String, @Nullable Object> tree) {
        var type = context.type();
        var kind = tree.getOrDefault("kind", type.kind());
        var apiVersion = tree.getOrDefault("apiVersion", type.apiVersion());
        if (!type.kind().equals(kind)) {
            throw changed(context, String.valueOf(kind), "kind", kind, type.kind());
        } else if (!type.apiVersion().equals(apiVersion)) {
            throw changed(context, type.kind(), "apiVersion", apiVersion, type.apiVersion());
        }
    }

    private static ApiException changed(
            RequestContext context, String kind, String field, @Nullable Object value, String wanted) {
        return ApiErrors.invalid(
                context.type().group(),
                kind,
                context.request().name(),
                List.of(FieldError.invalid(FieldPath.of(field), value, "must be " + wanted)));
    }
}
