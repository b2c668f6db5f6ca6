package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a custom kind: what its objects may hold. Immutable, safe to share.
 *
 * <pre>
 * sent ──► pruned ──► defaulted ──► validate
 * </pre>
 */
public final class CustomVersion {
    private final @Nullable JSONSchemaProps schema;
    private final @Nullable CustomScale scale;
    private final boolean hasStatus;
    private final String warning;

    private CustomVersion(
            @Nullable JSONSchemaProps schema, @Nullable CustomScale scale, boolean hasStatus, String warning) {
        this.schema = schema;
        this.scale = scale;
        this.hasStatus = hasStatus;
        this.warning = warning;
    }

    /** A version as its definition has it. */
    public static CustomVersion of(CustomResourceDefinition definition, CustomResourceDefinition.Version version) {
        var subresources = version.subresources();
        return new CustomVersion(
                version.schema() == null ? null : version.schema().openAPIV3Schema(),
                subresources == null || subresources.scale() == null ? null : new CustomScale(subresources.scale()),
                subresources != null && subresources.status() != null,
                warning(definition, version));
    }

    private static String warning(CustomResourceDefinition definition, CustomResourceDefinition.Version version) {
        if (!version.deprecated()) {
            return "";
        }
        return version.deprecationWarning() != null
                ? version.deprecationWarning()
                : definition.spec().group() + "/" + version.name() + " "
                        + definition.spec().names().kind() + " is deprecated";
    }

    /** Where its replicas are, or null if it has no scale. */
    public @Nullable CustomScale scale() {
        return scale;
    }

    /** Whether its status is a subresource. */
    public boolean hasStatus() {
        return hasStatus;
    }

    /** What to tell clients that still use this version; empty unless it is deprecated. */
    public String deprecationWarning() {
        return warning;
    }

    /** An object without the fields that nobody knows, and the paths of those, sorted. */
    public record Pruned(DynamicObject object, List<String> unknown) {}

    public Pruned pruned(DynamicObject object) {
        if (schema == null) {
            return new Pruned(object, List.of());
        }
        var pruning = new Pruning();
        var kept = pruning.map(object.fields(), schema, "");
        return new Pruned(with(object, kept), pruning.unknown());
    }

    /** The object with what the schema fills in. */
    public DynamicObject defaulted(DynamicObject object) {
        return schema == null ? object : with(object, Defaulting.map(object.fields(), schema));
    }

    private static DynamicObject with(DynamicObject object, Map<String, @Nullable Object> fields) {
        return fields.equals(object.fields())
                ? object
                : new DynamicObject(object.apiVersion(), object.kind(), object.metadata(), fields);
    }

    /** What is wrong with a new object. */
    public List<FieldError> validate(DynamicObject object) {
        var errors = new ArrayList<FieldError>();
        if (schema != null) {
            errors.addAll(SchemaChecks.of(tree(object), schema, "").errors());
        }
        if (scale != null) {
            errors.addAll(scale.validateSpec(object));
            errors.addAll(scale.validateStatus(object));
        }
        errors.addAll(embedded(object));
        errors.addAll(unique(object));
        return errors;
    }

    /**
     * What is wrong with a change. Parts that have not changed may break rules that came after them.
     *
     * @param status whether it is a change of the status
     */
    public List<FieldError> validateUpdate(DynamicObject object, DynamicObject old, boolean status) {
        var errors = new ArrayList<FieldError>();
        if (schema != null) {
            errors.addAll(
                    SchemaChecks.ofChange(tree(object), tree(old), schema, "").errors());
        }
        if (scale != null && !status) {
            errors.addAll(scale.validateSpec(object));
        }
        if (scale != null) {
            errors.addAll(scale.validateStatus(object));
        }
        errors.addAll(embedded(object));
        if (unique(old).isEmpty()) {
            errors.addAll(unique(object));
        }
        return errors;
    }

    private List<FieldError> embedded(DynamicObject object) {
        var errors = new FieldErrors();
        if (schema != null) {
            EmbeddedObjects.check(object.fields(), schema, FieldPath.ROOT, errors);
        }
        return errors.list();
    }

    private List<FieldError> unique(DynamicObject object) {
        var errors = new FieldErrors();
        if (schema != null) {
            UniqueItems.check(object.fields(), schema, FieldPath.ROOT, errors);
        }
        return errors.list();
    }

    private static Map<String, @Nullable Object> tree(DynamicObject object) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("apiVersion", object.apiVersion());
        tree.put("kind", object.kind());
        tree.put("metadata", metadata(object));
        tree.putAll(object.fields());
        return tree;
    }

    /** The metadata that a schema can restrict. */
    private static Map<String, @Nullable Object> metadata(DynamicObject object) {
        var metadata = new LinkedHashMap<String, @Nullable Object>();
        if (object.metadata().name() != null) {
            metadata.put("name", object.metadata().name());
        }
        if (object.metadata().generateName() != null) {
            metadata.put("generateName", object.metadata().generateName());
        }
        return metadata;
    }
}
