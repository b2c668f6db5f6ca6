package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps.ValidationRule;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code x-kubernetes-validations}: what is around the expressions. */
final class RuleKeywords {
    private static final List<String> REASONS =
            List.of("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

    private RuleKeywords() {}

    static void check(JSONSchemaProps schema, FieldPath path, FieldErrors errors) {
        for (int i = 0; i < schema.validations().size(); i++) {
            var rule = schema.validations().get(i);
            var place = path.child("x-kubernetes-validations").index(i);
            texts(rule, place, errors);
            if (isBlank(rule.messageExpression())) {
                errors.required(place.child("messageExpression"), "messageExpression must be non-empty if specified");
            }
            errors.oneOf(place.child("reason"), rule.reason(), REASONS);
            field(rule.fieldPath(), schema, place.child("fieldPath"), errors);
        }
    }

    private static void texts(ValidationRule rule, FieldPath place, FieldErrors errors) {
        var message = rule.message();
        if (rule.rule().isBlank()) {
            errors.required(place.child("rule"), "rule is not specified");
        } else if (isBlank(message)) {
            errors.invalid(place.child("message"), message, "must be non-empty if specified");
        } else if (message != null && hasLines(message.strip())) {
            errors.invalid(place.child("message"), message, "must not contain line breaks");
        } else if (message == null && hasLines(rule.rule().strip())) {
            errors.required(place.child("message"), "message must be specified if rule contains line breaks");
        }
    }

    private static void field(@Nullable String field, JSONSchemaProps schema, FieldPath place, FieldErrors errors) {
        if (field == null) {
            return;
        }
        if (field.isBlank()) {
            errors.invalid(place, field, "must be non-empty if specified");
        }
        if (hasLines(field)) {
            errors.invalid(place, field, "must not contain line breaks");
        }
        if (!SchemaPath.find(field, schema, true).problem().isEmpty()) {
            errors.invalid(place, field, "must be a valid path");
        }
    }

    /** Something is there, but nothing to read. */
    private static boolean isBlank(@Nullable String text) {
        return text != null && !text.isEmpty() && text.isBlank();
    }

    private static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
