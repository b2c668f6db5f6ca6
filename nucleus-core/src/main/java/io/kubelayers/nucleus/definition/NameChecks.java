package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names under which objects are served: those that a definition asks for, and those that it was given. */
final class NameChecks {
    private static final String BY_CASE = "may have mixed case, but should otherwise match: ";

    private NameChecks() {}

    /** Names that a definition must ask for. */
    static void required(CustomResourceDefinition.Names names, FieldPath path, FieldErrors errors) {
        errors.given(path.child("plural"), names.plural());
        errors.given(path.child("singular"), names.singular());
        errors.given(path.child("kind"), names.kind());
        errors.given(path.child("listKind"), names.listKind());
    }

    static void check(CustomResourceDefinition.Names names, FieldPath path, FieldErrors errors) {
        label(path.child("plural"), names.plural(), errors);
        label(path.child("singular"), names.singular(), errors);
        cased(path.child("kind"), names.kind(), errors);
        cased(path.child("listKind"), names.listKind(), errors);
        labels(path.child("shortNames"), names.shortNames(), errors);
        if (!names.kind().isEmpty() && names.kind().equals(names.listKind())) {
            errors.invalid(path.child("listKind"), names.listKind(), "kind and listKind may not be the same");
        }
        labels(path.child("categories"), names.categories(), errors);
    }

    /** A label of DNS, with all that is wrong with it in one error. */
    static void required(FieldPath path, String name, FieldErrors errors) {
        var complaints = Names.dns1035Label(name);
        if (!complaints.isEmpty()) {
            errors.invalid(path, name, String.join(",", complaints));
        }
    }

    private static void labels(FieldPath path, List<String> names, FieldErrors errors) {
        for (int i = 0; i < names.size(); i++) {
            required(path.index(i), names.get(i), errors);
        }
    }

    private static void label(FieldPath path, @Nullable String name, FieldErrors errors) {
        if (name != null && !name.isEmpty()) {
            required(path, name, errors);
        }
    }

    private static void cased(FieldPath path, @Nullable String name, FieldErrors errors) {
        if (name == null || name.isEmpty()) {
            return;
        }
        var complaints = Names.dns1035Label(name.toLowerCase(Locale.ROOT));
        if (!complaints.isEmpty()) {
            errors.invalid(path, name, BY_CASE + String.join(",", complaints));
        }
    }
}
