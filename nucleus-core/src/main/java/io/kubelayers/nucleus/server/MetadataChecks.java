package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.ArrayList;
import java.util.List;

/** The metadata rules that every kind obeys. */
final class MetadataChecks {
    private static final FieldPath METADATA = FieldPath.of("metadata");

    private MetadataChecks() {}

    static List<FieldError> ofNew(KubernetesObject object, ResourceType type, KindRules<KubernetesObject> rules) {
        var errors = ObjectMetaValidation.create(METADATA, object.metadata(), type.namespaced(), rules.nameRule(type));
        return withPlainFinalizers(errors, object, type, rules);
    }

    /** Upstream looks at the metadata of a change twice, once for all kinds and once for the kind; each error is told twice. */
    static List<FieldError> ofChange(
            KubernetesObject object, KubernetesObject old, ResourceType type, KindRules<KubernetesObject> rules) {
        var errors = ObjectMetaValidation.update(METADATA, object.metadata(), old.metadata());
        if (errors.isEmpty()) {
            return withPlainFinalizers(errors, object, type, rules);
        }
        var twice = new ArrayList<>(errors);
        twice.addAll(errors);
        return withPlainFinalizers(twice, object, type, rules);
    }

    private static List<FieldError> withPlainFinalizers(
            List<FieldError> errors, KubernetesObject object, ResourceType type, KindRules<KubernetesObject> rules) {
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
