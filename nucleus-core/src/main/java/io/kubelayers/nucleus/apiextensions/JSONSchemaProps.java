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
 * A JSON schema as custom resource definitions use it; some keywords are known but refused.
 *
 * @param id Schema identifier; refused in definitions.
 * @param schema Address of the JSON schema dialect; has no effect.
 * @param ref Reference to another schema; refused in definitions.
 * @param description Readable explanation of the value.
 * @param type JSON type: array, boolean, integer, number, object or string.
 * @param format OpenAPI format of the value, such as date-time or int64; unknown ones are ignored.
 * @param title Short title of the value.
 * @param defaultValue Value filled in when the field is absent; null for none.
 * @param maximum Largest number; null for no limit.
 * @param exclusiveMaximum True if the number must stay below maximum.
 * @param minimum Smallest number; null for no limit.
 * @param exclusiveMinimum True if the number must stay above minimum.
 * @param maxLength Longest string in characters; null for no limit.
 * @param minLength Shortest string in characters; null for no limit.
 * @param pattern Regular expression the string must contain a match of; empty for none.
 * @param maxItems Most array items; null for no limit.
 * @param minItems Fewest array items; null for no limit.
 * @param uniqueItems True if array items must all differ; only false is accepted in definitions.
 * @param multipleOf Number the value must be a multiple of; null for none.
 * @param enumValues The only values allowed; empty allows all.
 * @param maxProperties Most object members; null for no limit.
 * @param minProperties Fewest object members; null for no limit.
 * @param required Members that must be present.
 * @param items Schema of array items; a list of schemas is refused in definitions.
 * @param allOf Schemas that must all fit.
 * @param oneOf Schemas of which exactly one must fit.
 * @param anyOf Schemas of which at least one must fit.
 * @param not Schema that must not fit; null for none.
 * @param properties Schemas of members by name.
 * @param additionalProperties Schema of members not named, or whether any are allowed; excludes properties in
 *     definitions.
 * @param patternProperties Schemas of members by name pattern; refused in definitions.
 * @param dependencies What a member needs when present; refused in definitions.
 * @param additionalItems Schema of items beyond the listed ones; refused in definitions.
 * @param definitions Named schemas for reuse; refused in definitions.
 * @param externalDocs Link to further documentation; null for none.
 * @param example Sample value; null for none.
 * @param nullable True if null is allowed as value.
 * @param preserveUnknownFields True keeps members the schema does not name; null drops them, false is refused.
 * @param embeddedResource True if the value is a whole object with apiVersion, kind and metadata.
 * @param intOrString True if the value may be an integer or a string.
 * @param listMapKeys Members that together identify an item; required for list type map.
 * @param listType How apply merges an array: atomic, set or map; null means atomic.
 * @param mapType How apply merges an object: granular or atomic; null means granular.
 * @param validations CEL rules the value must meet.
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
        @JsonName("enum") @Atomic @Pb(20) List<@Nullable Object> enumValues,
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
        @JsonName("x-kubernetes-validations") @ListMap("rule") @MergeKey("rule") @Pb(44)
                List<ValidationRule> validations)
        implements JSONSchemaPropsBuilder.With {
    public JSONSchemaProps {
        id = Absent.optional(id);
        schema = Absent.optional(schema);
        description = Absent.optional(description);
        type = Absent.optional(type);
        format = Absent.optional(format);
        title = Absent.optional(title);
        pattern = Absent.optional(pattern);
        enumValues = Absent.values(enumValues);
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
     * A CEL rule in a schema, and what to tell when it fails.
     *
     * @param rule CEL expression giving true if the value is fine; self is the value, oldSelf the stored one.
     * @param message Text of the error, without line breaks; required if the rule has them, else made from it.
     * @param messageExpression CEL expression that makes the text; used before message if it works.
     * @param reason Kind of error, such as FieldValueInvalid; null means that one.
     * @param fieldPath Path below the value that the error points to, such as .foo; empty means the value itself.
     * @param optionalOldSelf True runs a rule with oldSelf even without stored value, oldSelf being optional; null
     *     skips then.
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
     * Link from a schema to further documentation.
     *
     * @param description What is found there.
     * @param url Address of the documentation.
     */
    @RecordBuilder
    public record ExternalDocumentation(@Pb(1) @Nullable String description, @Pb(2) @Nullable String url)
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
