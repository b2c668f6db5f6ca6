package io.kubelayers.nucleus.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.testing.QuietCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of schemas: those that people write are read, and others refused in upstream's words. */
class RuleExpressionsTest {
    private static final String PLACE = "spec.validation.openAPIV3Schema.properties[spec]";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    private static List<String> errors(String rules, String ofItems, String ofFields) {
        var spec =
                "{group: kitchen.example.com, scope: Namespaced, names: {plural: cups, kind: Cup}, versions: [{name: v1,"
                        + " served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object,"
                        + " x-kubernetes-validations: [" + rules + "], properties: {"
                        + "c: {type: integer}, s: {type: string}, d: {type: string, format: duration},"
                        + " t: {type: string, format: date-time}, either: {x-kubernetes-int-or-string: true},"
                        + " a-b: {type: string}, namespace: {type: string},"
                        + " texts: {type: array, items: {type: string, x-kubernetes-validations: [" + ofItems + "]}},"
                        + " ports: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items:"
                        + " {type: object, required: [name], x-kubernetes-validations: [" + ofItems + "],"
                        + " properties: {name: {type: string}, port: {type: integer}}}},"
                        + " labels: {type: object, x-kubernetes-map-type: atomic, additionalProperties: {type: string,"
                        + " x-kubernetes-validations: [" + ofFields + "]}},"
                        + " pod: {type: object, x-kubernetes-embedded-resource: true,"
                        + " x-kubernetes-preserve-unknown-fields: true}}}}}}}]}";
        var definition = (CustomResourceDefinition) CLUSTER.object(
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition}",
                "metadata: {name: cups.kitchen.example.com}, spec: " + spec);
        var kind = new CustomResourceDefinitionRules();
        return kind.validate(kind.prepareForCreate(kind.defaulted(definition))).stream()
                .map(FieldError::toString)
                .toList();
    }

    private static String rule(String expression) {
        return "{rule: '" + expression.replace("'", "''") + "'}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "self.c > 0 && self.c <= oldSelf.c",
                "!has(self.either) || (type(self.either) == int ? self.either < 5 : self.either.endsWith('%'))",
                "self.d > duration('1m') && self.t.getFullYear() > 2000",
                "self.a__dash__b == self.__namespace__",
                "self.texts.reverse()[0] == self.s.reverse()",
                "self.texts.all(t, t.size() < 10) && self.texts.isSorted() && size(self.texts) > 0",
                "self.ports.all(p, self.ports.exists_one(o, o.name == p.name)) && self.ports.map(p, p.port).sum() < 9",
                "self.labels.all(k, self.labels[k] != '') && 'app' in self.labels && self.labels == oldSelf.labels",
                "[has(self.c), has(self.s)].filter(x, x).size() == 1",
                "isURL(self.s) && url(self.s).getScheme() == 'https'",
                "quantity(string(self.either)).compareTo(quantity('10m')) >= 0",
                "cidr('10.0.0.0/8').containsIP(ip(self.s)) || self.s.matches(r'^\\d+$')",
                "self.?s.orValue('') == '' && self.labels[?'a'].orValue('') == ''",
                "!format.dns1123Label().validate(self.s).hasValue()",
                "self.pod.kind == 'Pod' && self.pod.metadata.name.startsWith('a')",
                "cel.bind(n, self.c, n > 1 && n < 5) // enough",
                "'%s is %d'.format([self.s, self.c]) != ''",
            })
    void isRead(String expression) {
        assertThat(errors(rule(expression), "", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            self.c >       | compilation failed: ERROR: <input>:1:9: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}
            self.m > 1     | compilation failed: ERROR: <input>:1:5: undefined field 'm'
            self.c == 'x'  | compilation failed: ERROR: <input>:1:8: found no matching overload for '_==_' applied to '(int, string)'
            self.s != null | compilation failed: ERROR: <input>:1:8: found no matching overload for '_!=_' applied to '(string, null)'
            self.t > '1h'  | compilation failed: ERROR: <input>:1:8: found no matching overload for '_>_' applied to '(timestamp, string)'
            self.c + 1     | cel expression must evaluate to a bool
            """)
    void isRefused(String expression, String complaint) {
        assertThat(errors(rule(expression), "", ""))
                .singleElement()
                .asString()
                .startsWith(PLACE + ".x-kubernetes-validations[0].rule: Invalid value: {\"Rule\":\""
                        + expression.replace(">", "\\u003e") + "\",")
                .contains("\"OptionalOldSelf\":null}: " + complaint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            {rule: 'true', messageExpression: '1'}                       | .messageExpression: Invalid value: | messageExpression must evaluate to a string
            {rule: 'true', messageExpression: 'self.x'}                  | .messageExpression: Invalid value: | messageExpression compilation failed: ERROR: <input>:1:5: undefined field 'x'
            {rule: 'true', optionalOldSelf: true}                        | .optionalOldSelf: Invalid value: true | may not be set if oldSelf is not used in rule
            """)
    void whatIsBesideARule(String rule, String place, String complaint) {
        assertThat(errors(rule, "", ""))
                .singleElement()
                .asString()
                .startsWith(PLACE + ".x-kubernetes-validations[0]" + place)
                .contains(": " + complaint);
    }

    @Test
    void valuesBeforeAChangeAreThoseWithTheSameKey() {
        var rule = rule("self == oldSelf");
        var told =
                ".x-kubernetes-validations[0].rule: Invalid value: \"self == oldSelf\": oldSelf cannot be used on the"
                        + " uncorrelatable portion of the schema within " + PLACE;
        assertThat(errors("", rule, rule))
                .containsExactlyInAnyOrder(
                        PLACE + ".properties[labels].additionalProperties" + told + ".properties[labels]",
                        PLACE + ".properties[texts].items" + told + ".properties[texts]");
    }
}
