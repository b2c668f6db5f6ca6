package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;

/** The versions in which objects may be stored are versions that the definition still has. */
final class StoredVersionChecks {
    private static final FieldPath PATH = FieldPath.of("status", "storedVersions");

    private StoredVersionChecks() {}

    static void check(CustomResourceDefinition definition, FieldErrors errors) {
        var stored = definition.status().storedVersions();
        if (stored.isEmpty()) {
            errors.invalid(PATH, stored, "must have at least one stored version");
            return;
        }
        var versions = definition.spec().versions();
        for (var version : versions) {
            if (version.storage() && !stored.contains(version.name())) {
                errors.invalid(PATH, stored, "must have the storage version " + version.name());
            }
        }
        for (int i = 0; i < stored.size(); i++) {
            var name = stored.get(i);
            if (versions.stream().noneMatch(version -> version.name().equals(name))) {
                errors.invalid(
                        PATH.index(i),
                        name,
                        "missing from spec.versions; " + name + " was previously a storage version, and must remain in"
                                + " spec.versions until a storage migration ensures no data remains persisted in "
                                + name
                                + " and removes " + name + " from status.storedVersions");
            }
        }
    }
}
