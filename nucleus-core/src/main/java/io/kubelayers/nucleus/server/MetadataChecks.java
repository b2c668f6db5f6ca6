package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import java.util.List;

/** The metadata rules that every kind obeys. */
final class MetadataChecks {
    private static final FieldPath METADATA = FieldPath.of("metadata");

    private MetadataChecks() {}

    static List<FieldError> ofNew(KubernetesObject object, ResourceType type, KindRules<KubernetesObject> rules) {
        return ObjectMetaValidation.create(METADATA, object.metadata(), type.namespaced(), rules.nameRule());
    }

    static List<FieldError> ofChange(KubernetesObject object, KubernetesObject old) {
        return ObjectMetaValidation.update(METADATA, object.metadata(), old.metadata());
    }
}
