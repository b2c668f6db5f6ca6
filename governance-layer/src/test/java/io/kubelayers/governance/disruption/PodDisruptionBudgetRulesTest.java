package io.kubelayers.governance.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PodDisruptionBudgetRulesTest {
    private static final String OLD = "pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match";

    private final PodDisruptionBudgetRules rules = new PodDisruptionBudgetRules();

    static Stream<Arguments> amounts() {
        return Stream.of(
                Arguments.of("3", ""),
                Arguments.of("100%", ""),
                Arguments.of("-1", "spec.minAvailable: Invalid value: -1: must be greater than or equal to 0"),
                Arguments.of("101%", "spec.minAvailable: Invalid value: \"101%\": must not be greater than 100%"),
                Arguments.of(
                        "half",
                        "spec.minAvailable: Invalid value: \"half\": a valid percent string must be a numeric string"
                                + " followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is"
                                + " '[0-9]+%')"));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsAreNumbersOrShares(String amount, String error) {
        var errors = rules.validate(Budgets.minAvailable(amount));

        assertThat(errors.isEmpty() ? "" : errors.get(0).toString()).isEqualTo(error);
    }

    @Test
    void oneAmountIsEnough() {
        var budget = Budgets.minAvailable("1");
        var both = budget.withSpec(budget.spec().withMaxUnavailable(IntOrString.of("10%")));

        assertThat(rules.validate(both).get(0))
                .hasToString(
                        "spec: Invalid value: {\"MinAvailable\":1,\"Selector\":{\"matchLabels\":{\"app\":\"web\"}},"
                                + "\"MaxUnavailable\":\"10%\",\"UnhealthyPodEvictionPolicy\":null}:"
                                + " minAvailable and maxUnavailable cannot be both set");
    }

    @Test
    void policiesAreTwo() {
        var budget = Budgets.minAvailable("1");
        var odd = budget.withSpec(budget.spec().withUnhealthyPodEvictionPolicy("Sometimes"));

        assertThat(rules.validate(odd).get(0))
                .hasToString("spec.unhealthyPodEvictionPolicy: Unsupported value: \"Sometimes\": supported values:"
                        + " \"AlwaysAllow\", \"IfHealthyBudget\"");
    }

    @ParameterizedTest
    @CsvSource({"app, Exists, app", OLD + ", Exists, " + OLD, OLD + ", DoesNotExist, ''"})
    void theLabelOfTheOldVersionOnlyStandsForNothing(String key, String operator, String left) {
        var defaulted = rules.defaulted(selecting(Map.of(), key, operator));

        assertThat(keys(defaulted)).isEqualTo(left);
    }

    @Test
    void norDoesItStandBesideOthers() {
        var defaulted = rules.defaulted(selecting(Map.of("app", "a"), OLD, "Exists"));

        assertThat(keys(defaulted)).isEmpty();
    }

    private static PodDisruptionBudget selecting(Map<String, String> labels, String key, String operator) {
        var budget = Budgets.minAvailable("1");
        var expression = new LabelSelectorRequirement(key, operator, List.of());
        return budget.withSpec(budget.spec().withSelector(new LabelSelector(labels, List.of(expression))));
    }

    private static String keys(PodDisruptionBudget budget) {
        var selector = budget.spec().selector();
        return selector == null
                ? "no selector"
                : selector.matchExpressions().stream()
                        .map(LabelSelectorRequirement::key)
                        .collect(Collectors.joining(","));
    }
}
