package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.ArrayList;
import java.util.List;

/** The metadata rules that every kind obeys. */
final class MetadataChecks {
    private static final FieldPath METADATA = FieldPath.of("metadata");

    private final ResourceType type;
    private final KindRules<KubernetesObject> rules;

    MetadataChecks(ResourceType type, KindRules<KubernetesObject> rules) {
        this.type = type;
        this.rules = rules;
    }

    List<FieldError> ofNew(KubernetesObject object) {
        return withPlainFinalizers(
                ObjectMetaValidation.create(METADATA, object.metadata(), type.namespaced(), rules.nameRule(type)),
                object);
    }

    /** What the server itself asks of changed metadata: that they could be those of a new object, whatever its name. */
    List<FieldError> ofAny(KubernetesObject object, List<FieldError> change) {
        var metadata = object.metadata();
        if (change.isEmpty() && metadata.finalizers().isEmpty() && metadata.generateName() == null) {
            return change; // the rest is looked at with the change, too
        }
        return ObjectMetaValidation.create(METADATA, metadata, type.namespaced(), NameRule.PATH_SEGMENT);
    }

    /** What is wrong with the change of metadata. */
    static List<FieldError> ofChange(KubernetesObject object, KubernetesObject old) {
        return ObjectMetaValidation.update(METADATA, object.metadata(), old.metadata());
    }

    /** What the kind finds after that: the same, and finalizers without a domain. */
    List<FieldError> again(List<FieldError> found, KubernetesObject object) {
        return withPlainFinalizers(found, object);
    }

    private List<FieldError> withPlainFinalizers(List<FieldError> errors, KubernetesObject object) {
        var finalizers = object.metadata().finalizers();
        if (finalizers.isEmpty() || type.dynamic() || !rules.refusesPlainFinalizers()) {
            return errors;
        }
        var all = new ArrayList<>(errors);
        for (int i = 0; i < finalizers.size(); i++) {
            MetaRules.standardFinalizer(METADATA.child("finalizers").index(i), finalizers.get(i), all);
        }
        return all;
    }
}
