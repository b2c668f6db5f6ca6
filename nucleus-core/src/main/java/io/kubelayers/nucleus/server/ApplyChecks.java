package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What upstream asks of a server-side apply around the merge itself (apiserver {@code endpoints/handlers/patch.go}). */
final class ApplyChecks {
    private ApplyChecks() {}

    /**
     * Whoever applies has a name.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 422 if not
     */
    static void requireManager(RequestContext context) {
        var manager = context.request().options().fieldManager();
        if (manager == null || manager.isEmpty()) {
            throw ApiErrors.invalid(
                    "meta.k8s.io",
                    "PatchOptions",
                    "",
                    List.of(FieldError.required(FieldPath.of("fieldManager"), "is required for apply patch")));
        }
    }

    /**
     * The configuration is of the kind and version of the path (apimachinery {@code managedfields/internal/versioncheck.go}).
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if not
     */
    static void requireKind(RequestContext context, @Nullable Object config) {
        var given = kind(config);
        if (!given.equals(BodyKind.of(context))) {
            throw ApiErrors.badRequest(
                    "invalid object type: " + given.group() + "/" + given.version() + ", Kind=" + given.kind());
        }
    }

    private static GroupVersionKind kind(@Nullable Object config) {
        var kind = text(config, "kind");
        try {
            var version = GroupVersion.parse(text(config, "apiVersion"));
            return new GroupVersionKind(version.group(), version.version(), kind);
        } catch (IllegalArgumentException malformed) {
            return new GroupVersionKind("", "", "");
        }
    }

    private static String text(@Nullable Object config, String field) {
        return config instanceof Map<?, ?> map && map.get(field) instanceof String text ? text : "";
    }

    /**
     * What is to be created has no identity yet.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 409 if the configuration names one
     */
    static void requireNoUid(RequestContext context, @Nullable Object config) {
        if (Tree.get(config, "metadata", "uid") instanceof String uid && !uid.isEmpty()) {
            throw ApiErrors.conflict(
                    Keys.resource(context),
                    context.request().name(),
                    "uid mismatch: the provided object specified uid " + uid + ", and no existing object was found");
        }
    }

    /**
     * Tells of keys that the text had twice, once it is merged.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if field validation is strict
     */
    static void tellOfRepeatedKeys(RequestContext context, Body.Patch patch) {
        if (patch.problems().isEmpty()) {
            return;
        }
        if (context.request().options().fieldValidation() == FieldValidation.STRICT) {
            throw ApiErrors.badRequest("error strict decoding YAML: error converting YAML to JSON: "
                    + StrictReading.yaml(patch.problems()));
        }
        patch.problems().forEach(context::warn);
    }
}
