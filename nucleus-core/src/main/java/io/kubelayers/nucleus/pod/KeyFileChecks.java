package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.DownwardAPIVolumeSource;
import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.volume.FilePaths;
import io.kubelayers.nucleus.volume.PluginRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with volumes whose files are keys of objects or fields of the pod ({@code validateKeyToPath} and others). */
final class KeyFileChecks {
    private static final int MODE_MAX = 0777;

    private KeyFileChecks() {}

    static void secret(FieldPath path, Volume.SecretVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "secretName", source.secretName(), errors);
        mode(path.child("defaultMode"), source.defaultMode(), errors);
        items(path.child("items"), source.items(), errors);
    }

    static void configMap(FieldPath path, Volume.ConfigMapVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "name", source.name(), errors);
        mode(path.child("defaultMode"), source.defaultMode(), errors);
        items(path.child("items"), source.items(), errors);
    }

    /** Upstream names the volume, not the file, in what is wrong with a file. */
    static void downwardApi(FieldPath path, DownwardAPIVolumeSource source, List<FieldError> errors) {
        mode(path.child("defaultMode"), source.defaultMode(), errors);
        for (var file : source.items()) {
            file(path, file, errors);
        }
    }

    static void items(FieldPath path, List<KeyToPath> items, List<FieldError> errors) {
        for (int i = 0; i < items.size(); i++) {
            item(path.index(i), items.get(i), errors);
        }
    }

    static void item(FieldPath path, KeyToPath item, List<FieldError> errors) {
        PluginRules.required(path, "key", item.key(), errors);
        PluginRules.required(path, "path", item.path(), errors);
        FilePaths.notReserved(path.child("path"), item.path(), errors);
        mode(path.child("mode"), item.mode(), errors);
    }

    static void file(FieldPath path, DownwardAPIVolumeSource.DownwardAPIVolumeFile file, List<FieldError> errors) {
        PluginRules.required(path, "path", file.path(), errors);
        FilePaths.notReserved(path.child("path"), file.path(), errors);
        if (file.fieldRef() != null) {
            DownwardChecks.field(path.child("fieldRef"), file.fieldRef(), DownwardChecks.OF_VOLUMES, errors);
            if (file.resourceFieldRef() != null) {
                errors.add(FieldError.invalid(
                        path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously"));
            }
        } else if (file.resourceFieldRef() != null) {
            DownwardChecks.resource(path.child("resourceFieldRef"), file.resourceFieldRef(), true, errors);
        } else {
            errors.add(FieldError.required(path, "one of fieldRef and resourceFieldRef is required"));
        }
        mode(path.child("mode"), file.mode(), errors);
    }

    /** Permission bits. */
    static void mode(FieldPath path, @Nullable Integer mode, List<FieldError> errors) {
        if (mode != null && (mode < 0 || mode > MODE_MAX)) {
            errors.add(FieldError.invalid(path, mode, "must be a number between 0 and 0777 (octal), both inclusive"));
        }
    }
}
