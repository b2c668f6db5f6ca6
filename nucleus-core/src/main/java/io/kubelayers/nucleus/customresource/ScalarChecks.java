package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.validation.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Type, enum, and the keywords of texts and numbers. */
final class ScalarChecks {
    private ScalarChecks() {}

    static void type(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        var allowed = schema.intOrString()
                ? List.of("integer", "string")
                : schema.type() == null ? List.<String>of() : List.of(schema.type());
        if (allowed.isEmpty() || value == null && schema.nullable()) {
            return;
        }
        found.count();
        var actual = typeOf(value);
        boolean fits = allowed.contains(actual)
                || actual.equals("integer") && allowed.contains("number")
                || allowed.contains("integer") && isWhole(value);
        if (fits) {
            return;
        }
        boolean several = value instanceof String || value instanceof List;
        if (schema.format() == null || value == null) {
            mistyped(String.join(",", allowed), actual, path, found);
        } else if (!several && !schema.format().equals(formatOf(value))) {
            mistyped(schema.format(), formatOf(value), path, found);
        } else if (!several || allowed.contains("number") || allowed.contains("integer")) {
            mistyped(String.join(",", allowed), actual, path, found);
        } // of texts and lists upstream leaves the rest to the format
    }

    private static void mistyped(String wanted, String actual, String path, Findings found) {
        found.add(FieldError.typeInvalid(
                Findings.field(path),
                actual,
                Findings.place(path) + " in body must be of type " + wanted + ": " + GoText.quote(actual)));
    }

    /** The format that upstream takes a value for. */
    private static String formatOf(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return "float64";
        }
        return value instanceof Number ? "int64" : "";
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        return value instanceof Double || value instanceof Float ? "number" : "integer";
    }

    private static boolean isWhole(@Nullable Object value) {
        return value instanceof Double number && number == Math.rint(number) && !Double.isInfinite(number);
    }

    static void text(String text, JSONSchemaProps schema, String path, Findings found) {
        int length = text.codePointCount(0, text.length());
        if (schema.maxLength() != null && length > schema.maxLength()) {
            found.add(
                    FieldError.tooLong(Findings.field(path), schema.maxLength().intValue()));
        }
        if (schema.minLength() != null && length < schema.minLength()) {
            found.broken(path, text, "should be at least " + schema.minLength() + " chars long");
        }
        if (schema.pattern() != null && !SchemaPattern.of(schema.pattern()).matches(text)) {
            found.broken(path, text, "should match '" + schema.pattern() + "'");
        }
        if (schema.format() != null && !Formats.fits(schema.format(), text)) {
            found.add(FieldError.typeInvalid(
                    Findings.field(path),
                    text,
                    Findings.place(path) + " in body must be of type " + schema.format() + ": " + GoText.quote(text)));
        }
    }

    static void number(Number number, JSONSchemaProps schema, String path, Findings found) {
        boolean whole = !(number instanceof Double || number instanceof Float);
        if (schema.multipleOf() != null) {
            multiple(number, whole, schema.multipleOf(), path, found);
        }
        if (schema.maximum() != null) {
            double limit = whole ? schema.maximum().longValue() : schema.maximum();
            int order = compare(number, limit);
            if (order > 0 || order == 0 && schema.exclusiveMaximum()) {
                found.broken(
                        path,
                        number,
                        "should be less than " + (schema.exclusiveMaximum() ? "" : "or equal to ") + shown(limit));
            }
        }
        if (schema.minimum() != null) {
            double limit = whole ? schema.minimum().longValue() : schema.minimum();
            int order = compare(number, limit);
            if (order < 0 || order == 0 && schema.exclusiveMinimum()) {
                found.broken(
                        path,
                        number,
                        "should be greater than " + (schema.exclusiveMinimum() ? "" : "or equal to ") + shown(limit));
            }
        }
    }

    /** Whole numbers are compared with whole limits, as upstream does, even if that makes a factor 0. */
    private static void multiple(Number number, boolean whole, double of, String path, Findings found) {
        double factor = whole ? (long) of : of;
        if (factor <= 0) {
            found.add(FieldError.invalid(
                    Findings.field(path),
                    whole ? number : (Object) factor,
                    "factor MultipleOf declared for " + Findings.place(path) + " must be positive: " + shown(factor)));
            return;
        }
        var remainder = new BigDecimal(number.toString()).remainder(BigDecimal.valueOf(factor));
        if (remainder.signum() != 0) {
            found.broken(path, number, "should be a multiple of " + shown(factor));
        }
    }

    private static int compare(Number number, double limit) {
        return new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(limit));
    }

    private static String shown(double limit) {
        return limit == Math.rint(limit) && Math.abs(limit) < 1e15 ? Long.toString((long) limit) : GoText.number(limit);
    }

    static void enumerated(@Nullable Object value, JSONSchemaProps schema, String path, Findings found) {
        if (schema.enumValues().isEmpty()) {
            return;
        }
        if (value == null && schema.nullable() && schema.enumValues().contains(null)) {
            return;
        }
        for (var allowed : schema.enumValues()) {
            if (same(value, allowed)) {
                return;
            }
        }
        var shown = schema.enumValues().stream()
                .map(allowed -> allowed instanceof String text ? text : JsonText.of(allowed))
                .toList();
        found.add(FieldError.notSupported(Findings.field(path), value, shown));
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number left && other instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return Objects.equals(one, other);
    }
}
