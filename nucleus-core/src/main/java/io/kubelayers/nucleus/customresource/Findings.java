package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors of a value, and how many checks were made of it: of several schemas the one that got furthest tells its errors. */
final class Findings {
    private final List<FieldError> errors = new ArrayList<>();
    private int checks;

    List<FieldError> errors() {
        return errors;
    }

    boolean valid() {
        return errors.isEmpty();
    }

    int checks() {
        return checks;
    }

    void count() {
        checks++;
    }

    void add(FieldError error) {
        errors.add(error);
    }

    /** A value that breaks a keyword, in the words of the OpenAPI library: {@code spec.a in body should be ...}. */
    void broken(String path, @Nullable Object value, String rule) {
        errors.add(FieldError.invalid(field(path), value, place(path) + " in body " + rule));
    }

    void merge(Findings other) {
        errors.addAll(other.errors);
        checks += other.checks;
    }

    static FieldPath field(String path) {
        var place = place(path);
        return place.isEmpty() ? FieldPath.ROOT : FieldPath.of(place);
    }

    static String place(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
