package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keys that can be names of files, a mebibyte in all, and no change once immutable ({@code ValidateConfigMap}). */
final class ConfigMapRules implements KindRules<ConfigMap> {
    private static final int SIZE_MAX = 1024 * 1024;
    private static final String IMMUTABLE = "field is immutable when `immutable` is set";

    @Override
    public Class<ConfigMap> type() {
        return ConfigMap.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public List<FieldError> validate(ConfigMap map) {
        var errors = new ArrayList<FieldError>();
        long size = 0;
        for (var entry : map.data().entrySet()) {
            key("data", entry.getKey(), errors);
            if (map.binaryData().containsKey(entry.getKey())) {
                errors.add(FieldError.invalid(
                        FieldPath.of("data").key(entry.getKey()),
                        entry.getKey(),
                        "duplicate of key present in binaryData"));
            }
            size += bytes(entry.getValue());
        }
        for (var entry : map.binaryData().entrySet()) {
            key("binaryData", entry.getKey(), errors);
            size += entry.getValue().size();
        }
        if (size > SIZE_MAX) {
            errors.add(FieldError.tooLong(FieldPath.of(""), SIZE_MAX));
        }
        return errors;
    }

    private static void key(String field, String key, List<FieldError> errors) {
        var complaints = Names.configKey(key);
        if (!complaints.isEmpty()) {
            MetaRules.invalid(FieldPath.of(field).key(key), key, complaints, errors);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public List<FieldError> validateUpdate(ConfigMap map, ConfigMap old) {
        var errors = new ArrayList<FieldError>();
        if (Boolean.TRUE.equals(old.immutable())) {
            if (!Boolean.TRUE.equals(map.immutable())) {
                errors.add(FieldError.forbidden(FieldPath.of("immutable"), IMMUTABLE));
            }
            if (!map.data().equals(old.data())) {
                errors.add(FieldError.forbidden(FieldPath.of("data"), IMMUTABLE));
            }
            if (!map.binaryData().equals(old.binaryData())) {
                errors.add(FieldError.forbidden(FieldPath.of("binaryData"), IMMUTABLE));
            }
        }
        errors.addAll(validate(map));
        return errors;
    }
}
