package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    private static final Map<String, String> WEB = Map.of("app", "web", "tier", "front", "replicas", "10");

    @ParameterizedTest(name = "{0} selects it: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                | true",
                "app=web                           | true",
                "app==web,tier in (front,back)     | true",
                "app=db                            | false",
                "app!=db                           | true",
                "zone!=a                           | true",
                "zone notin (a,b)                  | true",
                "tier notin (front)                | false",
                "app                               | true",
                "zone                              | false",
                "!zone                             | true",
                "!app                              | false",
                "replicas>9                        | true",
                "replicas>10                       | false",
                "replicas<11                       | true",
                "app>1                             | false",
                "zone<1                            | false",
                "app=web,app=db                    | false"
            })
    void matchesLabels(String text, boolean matches) {
        assertThat(Selector.parse(text).matches(WEB)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "z=1 , a in ( c,b , b)   | a in (b,c),z=1",
                "a in (b,)               | a in (,b)",
                "a in (,)                | a in ()",
                "a in ()                 | a in ()",
                "a=                      | a=",
                "in in (in,notin)        | in in (in,notin)",
                "notin                   | notin",
                "! a                     | !a",
                "a == b                  | a==b",
                "a>1,a<10                | a>1,a<10"
            })
    void hasACanonicalText(String text, String canonical) {
        assertThat(Selector.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "app=web,        | found '', expected: identifier after ','",
                "app web         | unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt",
                "app=a b         | found 'b', expected: ',' or 'end of string'",
                "app in web      | unable to parse requirement: found 'web' expected: '('",
                "app in (a b)    | unable to parse requirement: found 'b', expected: ',' or ')'",
                "app in (=)      | unable to parse requirement: found '=', expected: ',', ')' or identifier",
                "app in (,=)     | unable to parse requirement: found '=', expected: ',', or identifier",
                "app==!          | unable to parse requirement: found '!', expected: identifier",
                "!               | unable to parse requirement: found '', expected: identifier",
                "(app)           | found '(', expected: !, identifier, or 'end of string'"
            })
    void saysWhatItDidNotUnderstand(String text, String message) {
        assertThatThrownBy(() -> Selector.parse(text))
                .isInstanceOf(InvalidSelectorException.class)
                .hasMessage(message);
    }

    @Test
    void badKeysAndValuesAreReportedAtTheirPath() {
        assertThatThrownBy(() -> Selector.parse(FieldPath.of("labelSelector"), "a>x"))
                .hasMessage("unable to parse requirement: labelSelector.values[0]: Invalid value: \"x\": for 'Gt', 'Lt'"
                        + " operators, the value must be an integer")
                .isInstanceOfSatisfying(InvalidSelectorException.class, thrown -> assertThat(thrown.errors())
                        .hasSize(1));
        assertThatThrownBy(() -> Selector.parse("-a"))
                .hasMessageStartingWith(
                        "unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of");
    }

    @Test
    void nulsAreReadAsUpstreamReadsThem() {
        assertThat(Selector.parse("a=\0b")).hasToString("a=b");
        assertThat(Selector.parse("a\0,b")).hasToString("a,b");
        assertThat(Selector.parse("a \0,!!!")).hasToString("a");
    }

    @Test
    void everythingAndNothingHaveNoRequirements() {
        assertThat(Selector.everything().matches(Map.of())).isTrue();
        assertThat(Selector.everything().isEverything()).isTrue();
        assertThat(Selector.nothing().matches(Map.of())).isFalse();
        assertThat(Selector.nothing().isEverything()).isFalse();
        assertThat(Selector.nothing().and(Requirement.exists("a"))).isEqualTo(Selector.nothing());
        assertThat(Selector.parse("")).isEqualTo(Selector.everything()).isNotEqualTo(Selector.nothing());
    }

    @Test
    void anAbsentSelectorSelectsNothingAnEmptyOneEverything() {
        assertThat(Selector.of(null)).isEqualTo(Selector.nothing());
        assertThat(Selector.of(LabelSelector.EMPTY)).isEqualTo(Selector.everything());
        assertThat(Selector.ofLabels(Map.of())).isEqualTo(Selector.everything());
    }

    @Test
    void aSelectorOfASpecIsCompiled() {
        var selector = new LabelSelector(
                Map.of("app", "web"), List.of(new LabelSelectorRequirement("tier", "NotIn", List.of("back", "cache"))));
        assertThat(Selector.of(selector)).hasToString("app=web,tier notin (back,cache)");
        var unknown = new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("tier", "Near", List.of())));
        assertThatThrownBy(() -> Selector.of(unknown)).hasMessage("\"Near\" is not a valid label selector operator");
        var empty = new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("tier", "In", List.of())));
        assertThatThrownBy(() -> Selector.of(empty))
                .hasMessage("values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty");
    }

    @Test
    void labelsThatCanNotBeAreLetPassAndNeverMatch() {
        assertThat(Selector.ofLabels(Map.of("no label", "!", "app", "web")).matches(WEB))
                .isFalse();
    }

    @Test
    void requirementsAreWrittenInCode() {
        var selector = Selector.allOf(
                        Requirement.in("zone", "a", "b"),
                        Requirement.notIn("tier", "test"),
                        Requirement.equal("app", "web"),
                        Requirement.notEqual("env", "dev"))
                .and(
                        Requirement.exists("gpu"),
                        Requirement.doesNotExist("old"),
                        Requirement.greaterThan("cores", 4),
                        Requirement.lessThan("age", 1));
        assertThat(selector)
                .hasToString("age<1,app=web,cores>4,env!=dev,gpu,!old,tier notin (test),zone in (a,b)")
                .isEqualTo(Selector.parse(selector.toString()))
                .hasSameHashCodeAs(Selector.parse(selector.toString()));
    }

    @Test
    void boundsAreLabelValuesAndSoHaveNoSign() {
        assertThatThrownBy(() -> Requirement.lessThan("age", -1))
                .hasMessageStartingWith("values[0][age]: Invalid value: \"-1\": a valid label must be");
        assertThat(Requirement.lessThan("age", 1).matches(Map.of("age", "-5"))).isTrue();
    }

    @Test
    void knowsTheOnlyValueALabelCanHave() {
        var selector = Selector.parse("app=web,tier in (front),zone in (a,b),env!=dev");
        assertThat(selector.exactValue("app")).isEqualTo(Optional.of("web"));
        assertThat(selector.exactValue("tier")).isEqualTo(Optional.of("front"));
        assertThat(selector.exactValue("zone")).isEmpty();
        assertThat(selector.exactValue("env")).isEmpty();
        assertThat(selector.exactValue("other")).isEmpty();
    }

    @Test
    void tellsWhichRequirementIsNotMet() {
        var match = Selector.parse("app=web,tier in (back),zone").explain(WEB);
        assertThat(match.matches()).isFalse();
        assertThat(match.explain()).isEqualTo("tier in (back) is not met: tier=front");
        assertThat(Render.text(match))
                .isEqualTo(
                        """
                        - tier in (back) is not met: tier=front [labels.selector]
                          + app=web: app=web [labels.selector.requirement]
                          - tier in (back): tier=front [labels.selector.requirement]
                          - zone: there is no label zone [labels.selector.requirement]
                        """);
        assertThat(Selector.parse("app").explain(WEB).explain()).isEqualTo("the labels meet app");
        assertThat(Selector.nothing().explain(WEB).explain()).isEqualTo("the selector selects nothing");
        assertThat(Selector.everything().explain(WEB).explain()).isEqualTo("the selector selects everything");
    }
}
