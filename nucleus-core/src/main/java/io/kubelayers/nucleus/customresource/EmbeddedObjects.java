package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole objects inside objects say what they are, as every object does (apiextensions {@code schema/objectmeta}). */
final class EmbeddedObjects {
    private static final Codec CODEC = Codec.of(TypeRegistry.empty());

    private final FieldErrors errors;

    private EmbeddedObjects(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(@Nullable Object value, JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        new EmbeddedObjects(errors).check(value, schema, path);
    }

    private void check(@Nullable Object value, JSONSchemaProps schema, FieldPath path) {
        if (schema.embeddedResource() && value instanceof Map<?, ?> object) {
            apiVersion(object, path.child("apiVersion"));
            kind(object, path.child("kind"));
            if (object.containsKey("metadata")) {
                metadata(object.get("metadata"), path.child("metadata"));
            }
        }
        Schemas.eachBelow(value, schema, path, this::check);
    }

    private void apiVersion(Map<?, ?> object, FieldPath path) {
        var version = text(object, "apiVersion", path);
        if (version != null && version.chars().filter(c -> c == '/').count() > 1) {
            errors.invalid(path, version, "unexpected GroupVersion string: " + version);
        }
    }

    private void kind(Map<?, ?> object, FieldPath path) {
        var kind = text(object, "kind", path);
        if (kind != null) {
            var complaints = Names.dns1035Label(kind.toLowerCase(Locale.ROOT));
            if (!complaints.isEmpty()) {
                errors.invalid(
                        path, kind, "may have mixed case, but should otherwise match: " + String.join(",", complaints));
            }
        }
    }

    private @Nullable String text(Map<?, ?> object, String name, FieldPath path) {
        var value = object.get(name);
        if (!object.containsKey(name) || "".equals(value)) {
            errors.required(path, "must not be empty");
        } else if (value instanceof String text) {
            return text;
        } else {
            errors.invalid(path, value, "must be a string");
        }
        return null;
    }

    private void metadata(@Nullable Object value, FieldPath path) {
        ObjectMeta metadata;
        try {
            var object = CODEC.decode(
                            Map.of(
                                    "apiVersion",
                                    "v1",
                                    "kind",
                                    "Embedded",
                                    "metadata",
                                    value == null ? Map.of() : value),
                            ReadOptions.ignore().acceptingUnknownKinds())
                    .value();
            metadata = object.metadata();
        } catch (DecodeException malformed) {
            errors.invalid(path, value, malformed.detail());
            return;
        }
        var named = metadata.nameOrEmpty().isEmpty() ? metadata.withName("fakename") : metadata;
        boolean namespaced = !metadata.namespaceOrEmpty().isEmpty();
        errors.addAll(List.copyOf(ObjectMetaValidation.create(path, named, namespaced, NameRule.PATH_SEGMENT)));
    }
}
