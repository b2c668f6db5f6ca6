package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldErrorTest {
    private static final FieldPath F = FieldPath.of("f");

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a required field has no value to show", FieldError.required(F, ""), "f: Required value"),
                Arguments.of(
                        "a detail follows a colon",
                        FieldError.required(F, "name or generateName is required"),
                        "f: Required value: name or generateName is required"),
                Arguments.of(
                        "numbers are plain", FieldError.invalid(F, -1, "too small"), "f: Invalid value: -1: too small"),
                Arguments.of(
                        "texts are quoted",
                        FieldError.invalid(F, "a\"\t", "bad"),
                        "f: Invalid value: \"a\\\"\\t\": bad"),
                Arguments.of("booleans are plain", FieldError.typeInvalid(F, true, ""), "f: Invalid value: true"),
                Arguments.of(
                        "large numbers get an exponent", FieldError.invalid(F, 1e6, ""), "f: Invalid value: 1e+06"),
                Arguments.of(
                        "fractions are as short as can be", FieldError.invalid(F, 0.1, ""), "f: Invalid value: 0.1"),
                Arguments.of("nothing is null", FieldError.invalid(F, null, ""), "f: Invalid value: null"),
                Arguments.of(
                        "lists are JSON",
                        FieldError.invalid(F, List.of("a", "<"), ""),
                        "f: Invalid value: [\"a\",\"\\u003c\"]"),
                Arguments.of(
                        "times are JSON",
                        FieldError.invalid(F, Instant.parse("2026-01-01T00:00:00.5Z"), "field is immutable"),
                        "f: Invalid value: \"2026-01-01T00:00:00Z\": field is immutable"),
                Arguments.of(
                        "supported values are listed in their order",
                        FieldError.notSupported(F, "x", List.of("b", "a")),
                        "f: Unsupported value: \"x\": supported values: \"b\", \"a\""),
                Arguments.of(
                        "without supported values there is no detail",
                        FieldError.notSupported(F, "x", List.of()),
                        "f: Unsupported value: \"x\""),
                Arguments.of(
                        "forbidden values are not shown",
                        FieldError.forbidden(F, "not here"),
                        "f: Forbidden: not here"),
                Arguments.of("a duplicate is shown", FieldError.duplicate(F, "a"), "f: Duplicate value: \"a\""),
                Arguments.of("what is not found is named", FieldError.notFound(F, "a"), "f: Not found: \"a\""),
                Arguments.of(
                        "a long text is not shown",
                        FieldError.tooLong(F, 128),
                        "f: Too long: may not be more than 128 bytes"),
                Arguments.of(
                        "one byte is singular", FieldError.tooLong(F, 1), "f: Too long: may not be more than 1 byte"),
                Arguments.of(
                        "an unknown limit is not told", FieldError.tooLong(F, -1), "f: Too long: value is too long"),
                Arguments.of(
                        "characters may count instead of bytes",
                        FieldError.tooLongCharacters(F, 5),
                        "f: Too long: may not be more than 5 characters"),
                Arguments.of(
                        "of a long list the size is shown",
                        FieldError.tooMany(F, 3, 2),
                        "f: Too many: 3: must have at most 2 items"),
                Arguments.of(
                        "a size may be unknown", FieldError.tooMany(F, -1, 1), "f: Too many: must have at most 1 item"),
                Arguments.of(
                        "an inner failure tells its cause", FieldError.internal(F, "boom"), "f: Internal error: boom"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void reads(String name, FieldError error, String text) {
        assertThat(error).hasToString(text);
    }

    @Test
    void structsKeepTheOrderOfTheirFields() {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("kind", "Pod");
        reference.put("controller", true);
        assertThat(FieldError.invalid(F, List.of(reference), ""))
                .hasToString("f: Invalid value: [{\"kind\":\"Pod\",\"controller\":true}]");
    }

    @Test
    void aValueThatCanNotBeShownIsRefusedAtOnce() {
        assertThatThrownBy(() -> FieldError.invalid(F, ObjectMeta.EMPTY, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("f: a bad value must be a plain tree, not a io.kubelayers.nucleus.meta.ObjectMeta");
    }

    @Test
    void becomesACauseOfAStatus() {
        assertThat(FieldError.forbidden(FieldPath.of("metadata", "namespace"), "not allowed on this type")
                        .toCause())
                .isEqualTo(new Status.Cause(
                        "FieldValueForbidden", "Forbidden: not allowed on this type", "metadata.namespace"));
    }

    @Test
    void severalErrorsAreListedEachOnce() {
        var one = FieldError.required(F, "");
        var two = FieldError.duplicate(F, "a");
        assertThat(InvalidFieldsException.text(List.of())).isEmpty();
        assertThat(InvalidFieldsException.text(List.of(one, one))).isEqualTo("f: Required value");
        assertThat(new InvalidFieldsException(List.of(one, two, one)))
                .hasMessage("[f: Required value, f: Duplicate value: \"a\"]")
                .satisfies(thrown -> assertThat(thrown.errors()).containsExactly(one, two, one));
    }
}
