package io.kubelayers.nucleus.validation;

import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for single parts of metadata, which other fields of the same form follow too: the labels of a pod
 * template, the finalizers of a namespace, the manager named in a request.
 */
public final class MetaRules {
    /** Keys and values of all annotations together, in bytes. */
    public static final int ANNOTATIONS_MAX_BYTES = 256 * 1024;

    private static final int MANAGER_MAX = 128;
    private static final int SUBRESOURCE_MAX = 256;
    private static final String ORPHAN = "orphan";
    private static final String FOREGROUND = "foregroundDeletion";

    private MetaRules() {}

    /** The key of a label. */
    public static List<FieldError> labelKey(FieldPath field, String key) {
        var errors = new ArrayList<FieldError>();
        invalid(field, key, Names.qualifiedName(key), errors);
        return errors;
    }

    /** The keys and values of labels, in the order of the map. */
    public static List<FieldError> labels(FieldPath field, Map<String, String> labels) {
        var errors = new ArrayList<FieldError>();
        for (var label : labels.entrySet()) {
            invalid(field, label.getKey(), Names.qualifiedName(label.getKey()), errors);
            invalid(field, label.getValue(), Names.labelValue(label.getValue()), errors);
        }
        return errors;
    }

    /** The keys of annotations, without regard to case, and the size of all of them. */
    public static List<FieldError> annotations(FieldPath field, Map<String, String> annotations) {
        var errors = new ArrayList<FieldError>();
        long size = 0;
        for (var annotation : annotations.entrySet()) {
            var key = annotation.getKey();
            invalid(field, key, Names.qualifiedName(key.toLowerCase(Locale.ROOT)), errors);
            size += Scan.bytes(key) + Scan.bytes(annotation.getValue());
        }
        if (size > ANNOTATIONS_MAX_BYTES) {
            errors.add(FieldError.tooLong(field, ANNOTATIONS_MAX_BYTES));
        }
        return errors;
    }

    /** The name of one finalizer. */
    public static List<FieldError> finalizerName(FieldPath field, String finalizer) {
        return labelKey(field, finalizer);
    }

    /** A finalizer without a domain is one of those that Kubernetes defines. */
    public static void standardFinalizer(FieldPath field, String finalizer, List<FieldError> errors) {
        if (finalizer.indexOf('/') < 0
                && !finalizer.equals("kubernetes")
                && !finalizer.equals(ORPHAN)
                && !finalizer.equals(FOREGROUND)) {
            errors.add(FieldError.invalid(
                    field, finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
        }
    }

    /** The names of finalizers, of which two contradict each other. */
    public static List<FieldError> finalizers(FieldPath field, List<String> finalizers) {
        var errors = new ArrayList<FieldError>();
        for (var finalizer : finalizers) {
            errors.addAll(finalizerName(field, finalizer));
        }
        if (finalizers.contains(ORPHAN) && finalizers.contains(FOREGROUND)) {
            errors.add(FieldError.invalid(
                    field, finalizers, "finalizer " + ORPHAN + " and " + FOREGROUND + " cannot be both set"));
        }
        return errors;
    }

    /** The name of a field manager: printable, at most 128 bytes; empty is left to the caller. */
    public static List<FieldError> fieldManager(FieldPath field, String manager) {
        var errors = new ArrayList<FieldError>();
        if (Scan.bytes(manager) > MANAGER_MAX) {
            errors.add(FieldError.tooLong(field, MANAGER_MAX));
        }
        int position = 0;
        for (int i = 0; i < manager.length(); ) {
            int c = manager.codePointAt(i);
            if (!GoText.isPrintable(c)) {
                errors.add(FieldError.invalid(
                        field, manager, "invalid character " + GoText.unicode(c) + " (at position " + position + ")"));
            }
            position += Scan.bytes(c);
            i += Character.charCount(c);
        }
        return errors;
    }

    /** The entries of managed fields, without a look at the field sets. */
    public static List<FieldError> managedFields(FieldPath field, List<ManagedFieldsEntry> entries) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < entries.size(); i++) {
            managedFields(field.index(i), entries.get(i), errors);
        }
        return errors;
    }

    private static void managedFields(FieldPath field, ManagedFieldsEntry entry, List<FieldError> errors) {
        var operation = orEmpty(entry.operation());
        if (!operation.equals(ManagedFieldsEntry.ManagedFieldsOperationType.APPLY)
                && !operation.equals(ManagedFieldsEntry.ManagedFieldsOperationType.UPDATE)) {
            errors.add(FieldError.invalid(field.child("operation"), operation, "must be `Apply` or `Update`"));
        }
        var fieldsType = orEmpty(entry.fieldsType());
        if (!fieldsType.isEmpty() && !fieldsType.equals("FieldsV1")) {
            errors.add(FieldError.invalid(field.child("fieldsType"), fieldsType, "must be `FieldsV1`"));
        }
        errors.addAll(fieldManager(field.child("manager"), orEmpty(entry.manager())));
        if (Scan.bytes(orEmpty(entry.subresource())) > SUBRESOURCE_MAX) {
            errors.add(FieldError.tooLong(field.child("subresource"), SUBRESOURCE_MAX));
        }
    }

    /** One error of the same field and value for each complaint. */
    public static void invalid(FieldPath field, String value, List<String> complaints, List<FieldError> errors) {
        for (int i = 0; i < complaints.size(); i++) { // mostly there are none, so this allocates nothing
            errors.add(FieldError.invalid(field, value, complaints.get(i)));
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
