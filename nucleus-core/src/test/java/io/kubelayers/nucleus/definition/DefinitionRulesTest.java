package io.kubelayers.nucleus.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a definition may say, in upstream's words. */
class DefinitionRulesTest {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
    private static final CustomResourceDefinitionRules RULES = new CustomResourceDefinitionRules();

    private static CustomResourceDefinition definition(String version, String more) {
        var text =
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: cups.kitchen.example.com}
                spec:
                  group: kitchen.example.com
                  scope: Namespaced
                  names: {plural: cups, kind: Cup}
                  versions:
                  - {name: v1, served: true, storage: true, %s}
                  %s
                """
                        .formatted(version, more);
        var read = (CustomResourceDefinition)
                CODEC.read(text, ReadOptions.strict()).value();
        return RULES.prepareForCreate(RULES.defaulted(read));
    }

    private static String schema(String properties) {
        return "schema: {openAPIV3Schema: {type: object, properties: " + properties + "}}";
    }

    record Case(String what, String version, String more, String... errors) {
        static Case schema(String what, String properties, String... errors) {
            return new Case(what, DefinitionRulesTest.schema(properties), "", errors);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static final String ROOT = "spec.validation.openAPIV3Schema.properties";

    static List<Case> cases() {
        return List.of(
                Case.schema("a plain schema is fine", "{a: {type: string}}"),
                new Case(
                        "without a schema all fields would be dropped",
                        "deprecated: false",
                        "",
                        "spec.versions[0].schema.openAPIV3Schema: Required value"),
                new Case(
                        "nor can fields be selected",
                        "selectableFields: [{jsonPath: .spec.a}]",
                        "",
                        "spec.versions[0].schema.openAPIV3Schema: Required value",
                        "spec.selectableFields: Invalid value: \"\": may only be set when validations.schema is included"),
                Case.schema(
                        "every field has a type",
                        "{a: {}}",
                        ROOT + "[a].type: Required value: must not be empty for specified object fields"),
                Case.schema(
                        "a schema does not name its own schema",
                        "{a: {type: array, items: {type: string, $schema: x}}}",
                        "spec.validation.openAPIV3Schema: Invalid value: \"\": OpenAPIV3Schema 'schema' is not supported"),
                Case.schema(
                        "which is told of schemas that are fine otherwise",
                        "{a: {type: string, $schema: x, id: z}}",
                        ROOT + "[a].id: Forbidden: id is not supported"),
                Case.schema(
                        "lists say what is in them",
                        "{a: {type: array}}",
                        ROOT + "[a].items: Required value: must be specified"),
                Case.schema(
                        "types are those of OpenAPI",
                        "{a: {type: text}}",
                        ROOT + "[a].type: Unsupported value: \"text\": supported values: \"array\", \"boolean\","
                                + " \"integer\", \"number\", \"object\", \"string\""),
                Case.schema(
                        "what only restricts values has no types of its own",
                        "{a: {type: string, anyOf: [{type: string}, {minLength: 1}]}}",
                        ROOT + "[a].anyOf[0].type: Forbidden: must be empty to be structural"),
                Case.schema(
                        "but an integer or a string may be told so",
                        "{a: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}}"),
                new Case(
                        "and names no fields that are not defined",
                        "schema: {openAPIV3Schema: {type: object, oneOf: [{properties: {c: {minLength: 1}}}]}}",
                        "",
                        ROOT + "[c]: Required value: because it is defined in"
                                + " spec.validation.openAPIV3Schema.oneOf[0].properties[c]"),
                Case.schema(
                        "metadata is what it is",
                        "{metadata: {type: object, properties: {labels: {type: object}}}}",
                        ROOT + "[metadata]: Forbidden: must not specify anything other than name and generateName, but"
                                + " metadata is implicitly specified"),
                Case.schema(
                        "defaults fit their own schema",
                        "{a: {type: integer, default: x}}",
                        ROOT + "[a].default: Invalid value: \"string\":  in body must be of type integer: \"string\""),
                Case.schema(
                        "and have no fields that nobody knows",
                        "{a: {type: object, default: {b: 1}, properties: {c: {type: integer}}}}",
                        ROOT + "[a].default: Invalid value: {\"b\":1}: must not have unknown fields"),
                Case.schema(
                        "keys of lists are there in every item",
                        "{a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [k], items: {type: object,"
                                + " properties: {k: {type: string}}}}}",
                        ROOT + "[a].items.properties[k].default: Required value: this property is in"
                                + " x-kubernetes-list-map-keys, so it must have a default or be a required property"),
                Case.schema(
                        "items of sets are compared as a whole",
                        "{a: {type: array, x-kubernetes-list-type: set, items: {type: object}}}",
                        ROOT
                                + "[a].items.x-kubernetes-map-type: Invalid value: \"null\": must be atomic as item of a list"
                                + " with x-kubernetes-list-type=set"),
                Case.schema(
                        "patterns can be read",
                        "{a: {type: string, pattern: \"(\"}}",
                        ROOT + "[a].pattern: Invalid value: \"(\": must be a valid regular expression, but isn't: error"
                                + " parsing regexp: missing closing ): `(`"),
                new Case(
                        "selectable fields are plain",
                        schema("{a: {type: array, items: {type: string}}}")
                                + ", selectableFields: [{jsonPath: .a}, {jsonPath: .b}]",
                        "",
                        "spec.selectableFields[0].jsonPath: Invalid value: \".a\": must point to a field of type string,"
                                + " boolean or integer. Enum string fields and strings with formats are allowed.",
                        "spec.selectableFields[1].jsonPath: Invalid value: \".b\": is an invalid path: does not refer to a"
                                + " valid field"),
                new Case(
                        "columns say where they are",
                        schema("{}") + ", additionalPrinterColumns: [{name: A, type: text, jsonPath: a}]",
                        "",
                        "spec.additionalPrinterColumns[0].type: Invalid value: \"text\": must be one of"
                                + " boolean,date,integer,number,string",
                        "spec.additionalPrinterColumns[0].JSONPath: Invalid value: \"a\": must be a simple json path"
                                + " starting with ."),
                new Case(
                        "only deprecated versions warn",
                        schema("{}") + ", deprecationWarning: old",
                        "",
                        "spec.versions[0].deprecationWarning: Invalid value: \"old\": can only be set for deprecated"
                                + " versions"),
                new Case(
                        "webhooks that convert can be found",
                        schema("{}"),
                        "conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v7]}}",
                        "spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook",
                        "spec.conversion.conversionReviewVersions: Invalid value: [\"v7\"]: must include at least one of"
                                + " v1, v1beta1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void holds(Case c) {
        var found = RULES.validate(definition(c.version(), c.more()));
        assertThat(found).extracting(FieldError::toString).containsExactly(c.errors());
    }

    @Test
    void ofTwoVersionsToStoreTheFirstIsNoted() {
        var two = definition(
                "schema: {openAPIV3Schema: {type: object}}",
                "- {name: v2, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}");

        assertThat(two.status().storedVersions()).containsExactly("v1");
        assertThat(RULES.validate(two))
                .extracting(FieldError::toString)
                .last()
                .isEqualTo("status.storedVersions: Invalid value: [\"v1\"]: must have the storage version v2");
    }

    /** Of a definition whose objects are served; before, and where they could not be read before, anything goes. */
    @Test
    void certificatesOfWebhooksCanBeRead() {
        var webhook =
                "conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {caBundle: eA==,"
                        + " service: {name: '', namespace: '', path: a, port: 0}}}}";
        var bare = definition(schema("{}"), "");
        var broken = definition(schema("{}"), webhook);
        var services = List.of(
                "spec.conversion.webhookClientConfig.service.name: Required value",
                "spec.conversion.webhookClientConfig.service.namespace: Required value",
                "spec.conversion.webhookClientConfig.service.port: Invalid value: 0: port is not valid: must be between 1"
                        + " and 65535, inclusive",
                "spec.conversion.webhookClientConfig.service.path: Invalid value: \"a\": must start with a '/'",
                "spec.conversion.webhookClientConfig.service.path: Invalid value: \"a\": segment[0] may not be empty");
        assertThat(RULES.validateUpdate(broken, bare))
                .extracting(FieldError::toString)
                .containsAll(services)
                .noneMatch(error -> error.contains("caBundle"));
        assertThat(RULES.validateUpdate(broken, established(bare)))
                .extracting(FieldError::toString)
                .contains("spec.conversion.webhookClientConfig.caBundle: Invalid value: \"eA==\": unable to load root"
                        + " certificates: unable to parse bytes as PEM block");
        assertThat(RULES.validateUpdate(broken, established(broken)))
                .extracting(FieldError::toString)
                .noneMatch(error -> error.contains("caBundle"));
    }

    private static CustomResourceDefinition established(CustomResourceDefinition definition) {
        var condition = new CustomResourceDefinition.Condition("Established", "True", null, "", "", 0);
        return definition.withStatus(definition.status().withConditions(List.of(condition)));
    }

    @Test
    void authorsAreWarnedOfRulesThatAreNotEvaluatedAndFormatsThatNobodyKnows() {
        var definition = definition(
                schema("{a: {type: string, format: shoe-size, x-kubernetes-validations: [{rule: self != \"\"}]}}"), "");
        assertThat(RULES.warnings(definition, null))
                .containsExactly(
                        "unrecognized format \"shoe-size\"",
                        "x-kubernetes-validations: CEL rules are kept but not evaluated");
    }

    @Test
    void aSchemaOfManyLevelsIsReadThrough() {
        var deep = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            deep.append("{a: {type: object, properties: ");
        }
        deep.append("{}").append("}}".repeat(200));
        assertThat(RULES.validate(definition(schema(deep.toString()), ""))).isEmpty();
    }

    /** As deep as a document can be read. */
    @Test
    void deepSchemasAreLookedThrough() {
        var nested = "{\"type\": \"object\"}";
        for (int i = 0; i < 240; i++) {
            nested = "{\"type\": \"object\", \"properties\": {\"a\": " + nested + "}}";
        }
        var text =
                """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "cups.kitchen.example.com"}, "spec": {"group": "kitchen.example.com",
                 "scope": "Namespaced", "names": {"plural": "cups", "kind": "Cup"}, "versions": [
                 {"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": %s}}]}}
                """
                        .formatted(nested);
        var read = (CustomResourceDefinition)
                CODEC.read(text, ReadOptions.strict()).value();
        assertThat(RULES.validate(RULES.prepareForCreate(RULES.defaulted(read))))
                .isEmpty();
    }
}
