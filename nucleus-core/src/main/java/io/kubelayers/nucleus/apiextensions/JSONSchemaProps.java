package io.kubelayers.nucleus.apiextensions;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.JsonName;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param id TODO-DOC
 * @param schema TODO-DOC
 * @param ref TODO-DOC
 * @param description TODO-DOC
 * @param type TODO-DOC
 * @param format TODO-DOC
 * @param title TODO-DOC
 * @param defaultValue TODO-DOC
 * @param maximum TODO-DOC
 * @param exclusiveMaximum TODO-DOC
 * @param minimum TODO-DOC
 * @param exclusiveMinimum TODO-DOC
 * @param maxLength TODO-DOC
 * @param minLength TODO-DOC
 * @param pattern TODO-DOC
 * @param maxItems TODO-DOC
 * @param minItems TODO-DOC
 * @param uniqueItems TODO-DOC
 * @param multipleOf TODO-DOC
 * @param enumValues TODO-DOC
 * @param maxProperties TODO-DOC
 * @param minProperties TODO-DOC
 * @param required TODO-DOC
 * @param items TODO-DOC
 * @param allOf TODO-DOC
 * @param oneOf TODO-DOC
 * @param anyOf TODO-DOC
 * @param not TODO-DOC
 * @param properties TODO-DOC
 * @param additionalProperties TODO-DOC
 * @param patternProperties TODO-DOC
 * @param dependencies TODO-DOC
 * @param additionalItems TODO-DOC
 * @param definitions TODO-DOC
 * @param externalDocs TODO-DOC
 * @param example TODO-DOC
 * @param nullable TODO-DOC
 * @param preserveUnknownFields TODO-DOC
 * @param embeddedResource TODO-DOC
 * @param intOrString TODO-DOC
 * @param listMapKeys TODO-DOC
 * @param listType TODO-DOC
 * @param mapType TODO-DOC
 * @param validations TODO-DOC
 */
@RecordBuilder
public record JSONSchemaProps(
    @Pb(1) @Nullable String id,
    @JsonName("$schema") @Pb(2) @Nullable String schema,
    @JsonName("$ref") @Pb(3) @Nullable String ref,
    @Pb(4) @Nullable String description,
    @Pb(5) @Nullable String type,
    @Pb(6) @Nullable String format,
    @Pb(7) @Nullable String title,
    @JsonName("default") @FeatureGate("CustomResourceDefaulting") @Pb(8) @Nullable Object defaultValue,
    @Pb(9) @Nullable Double maximum,
    @Pb(10) boolean exclusiveMaximum,
    @Pb(11) @Nullable Double minimum,
    @Pb(12) boolean exclusiveMinimum,
    @Pb(13) @Nullable Long maxLength,
    @Pb(14) @Nullable Long minLength,
    @Pb(15) @Nullable String pattern,
    @Pb(16) @Nullable Long maxItems,
    @Pb(17) @Nullable Long minItems,
    @Pb(18) boolean uniqueItems,
    @Pb(19) @Nullable Double multipleOf,
    @JsonName("enum") @Atomic @Pb(20) List<Object> enumValues,
    @Pb(21) @Nullable Long maxProperties,
    @Pb(22) @Nullable Long minProperties,
    @Atomic @Pb(23) List<String> required,
    @Pb(24) @Nullable JSONSchemaPropsOrArray items,
    @Atomic @Pb(25) List<JSONSchemaProps> allOf,
    @Atomic @Pb(26) List<JSONSchemaProps> oneOf,
    @Atomic @Pb(27) List<JSONSchemaProps> anyOf,
    @Pb(28) @Nullable JSONSchemaProps not,
    @Pb(29) Map<String, JSONSchemaProps> properties,
    @Pb(30) @Nullable JSONSchemaPropsOrBool additionalProperties,
    @Pb(31) Map<String, JSONSchemaProps> patternProperties,
    @Pb(32) Map<String, JSONSchemaPropsOrStringArray> dependencies,
    @Pb(33) @Nullable JSONSchemaPropsOrBool additionalItems,
    @Pb(34) Map<String, JSONSchemaProps> definitions,
    @Pb(35) @Nullable ExternalDocumentation externalDocs,
    @Pb(36) @Nullable Object example,
    @Pb(37) boolean nullable,
    @JsonName("x-kubernetes-preserve-unknown-fields") @Pb(38) @Nullable Boolean preserveUnknownFields,
    @JsonName("x-kubernetes-embedded-resource") @Pb(39) boolean embeddedResource,
    @JsonName("x-kubernetes-int-or-string") @Pb(40) boolean intOrString,
    @JsonName("x-kubernetes-list-map-keys") @Atomic @Pb(41) List<String> listMapKeys,
    @JsonName("x-kubernetes-list-type") @Pb(42) @Nullable String listType,
    @JsonName("x-kubernetes-map-type") @Pb(43) @Nullable String mapType,
    @JsonName("x-kubernetes-validations") @ListMap("rule") @MergeKey("rule") @Pb(44) List<ValidationRule> validations)
    implements JSONSchemaPropsBuilder.With {
    public JSONSchemaProps {
        id = Absent.optional(id);
        schema = Absent.optional(schema);
        description = Absent.optional(description);
        type = Absent.optional(type);
        format = Absent.optional(format);
        title = Absent.optional(title);
        pattern = Absent.optional(pattern);
        enumValues = Absent.list(enumValues);
        required = Absent.list(required);
        allOf = Absent.list(allOf);
        oneOf = Absent.list(oneOf);
        anyOf = Absent.list(anyOf);
        properties = Absent.map(properties);
        patternProperties = Absent.map(patternProperties);
        dependencies = Absent.map(dependencies);
        definitions = Absent.map(definitions);
        listMapKeys = Absent.list(listMapKeys);
        validations = Absent.list(validations);
    }


    /**
     * TODO-DOC.
     *
     * @param rule TODO-DOC
     * @param message TODO-DOC
     * @param messageExpression TODO-DOC
     * @param reason TODO-DOC
     * @param fieldPath TODO-DOC
     * @param optionalOldSelf TODO-DOC
     */
    @RecordBuilder
    public record ValidationRule(
        @Required @Pb(1) String rule,
        @Pb(2) @Nullable String message,
        @Pb(3) @Nullable String messageExpression,
        @EnumValues(FieldValueErrorReason.class) @Pb(4) @Nullable String reason,
        @Pb(5) @Nullable String fieldPath,
        @FeatureGate("CRDValidationRatcheting") @Pb(6) @Nullable Boolean optionalOldSelf)
        implements JSONSchemaPropsValidationRuleBuilder.With {
        public ValidationRule {
            rule = Absent.text(rule);
            message = Absent.optional(message);
            messageExpression = Absent.optional(messageExpression);
            fieldPath = Absent.optional(fieldPath);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param description TODO-DOC
     * @param url TODO-DOC
     */
    @RecordBuilder
    public record ExternalDocumentation(
        @Pb(1) @Nullable String description,
        @Pb(2) @Nullable String url)
        implements JSONSchemaPropsExternalDocumentationBuilder.With {
        public ExternalDocumentation {
            description = Absent.optional(description);
            url = Absent.optional(url);
        }

    }

    /** The values of {@code FieldValueErrorReason}. */
    public static final class FieldValueErrorReason {
        public static final String FIELD_VALUE_REQUIRED = "FieldValueRequired";
        public static final String FIELD_VALUE_DUPLICATE = "FieldValueDuplicate";
        public static final String FIELD_VALUE_INVALID = "FieldValueInvalid";
        public static final String FIELD_VALUE_FORBIDDEN = "FieldValueForbidden";

        private FieldValueErrorReason() {}
    }
}
