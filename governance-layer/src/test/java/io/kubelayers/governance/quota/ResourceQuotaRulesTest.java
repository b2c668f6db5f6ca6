package io.kubelayers.governance.quota;

import static io.kubelayers.governance.quota.Quotas.quota;
import static io.kubelayers.governance.quota.Quotas.scoped;
import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.quota.ResourceQuota.ScopeSelector;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceQuotaRulesTest {
    record Case(String sentence, ResourceQuota quota, List<String> errors) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Case example(String sentence, ResourceQuota quota, String... errors) {
        return new Case(sentence, quota, List.of(errors));
    }

    private static ResourceQuota limiting(Map<String, Quantity> hard) {
        return quota("q", hard, Map.of()).withStatus(ResourceQuota.Status.EMPTY);
    }

    private static ResourceQuota both(String scope, String other) {
        var quota = limiting(of("pods", "1"));
        return quota.withSpec(quota.spec()
                .withScopeSelector(new ScopeSelector(List.of(
                        new ScopedResourceSelectorRequirement(scope, "Exists", List.of()),
                        new ScopedResourceSelectorRequirement(other, "Exists", List.of())))));
    }

    private static ResourceQuota selecting(String scope, String operator, String... values) {
        var selector =
                new ScopeSelector(List.of(new ScopedResourceSelectorRequirement(scope, operator, List.of(values))));
        var quota = limiting(of("pods", "1"));
        return quota.withSpec(quota.spec().withScopeSelector(selector));
    }

    static Stream<Case> cases() {
        return Stream.of(
                example(
                        "known names, counts, classes and extended resources can be limited",
                        limiting(of(
                                "pods",
                                "1",
                                "limits.cpu",
                                "1500m",
                                "count/jobs.batch",
                                "2",
                                "gold.storageclass.storage.k8s.io/requests.storage",
                                "1Gi",
                                "requests.example.com/gpu",
                                "1",
                                "requests.hugepages-2Mi",
                                "4Mi"))),
                example(
                        "other names can not",
                        limiting(of("storage", "1Gi")),
                        "spec.hard[storage]: Invalid value: \"storage\": must be a standard resource for quota"),
                example(
                        "amounts are not negative and objects are whole",
                        limiting(of("cpu", "-1", "secrets", "500m")),
                        "spec.hard[cpu]: Invalid value: \"-1\": must be greater than or equal to 0",
                        "spec.hard[secrets]: Invalid value: \"500m\": must be an integer"),
                example(
                        "BestEffort pods have no amounts to limit",
                        scoped(limiting(of("cpu", "1")), "BestEffort"),
                        "spec.scopes: Invalid value: [\"BestEffort\"]: unsupported scope applied to resource"),
                example(
                        "scopes are known",
                        scoped(limiting(of("pods", "1")), "Sleeping"),
                        "spec.scopes: Invalid value: [\"Sleeping\"]: unsupported scope"),
                example("a class is selected by any operator", selecting("PriorityClass", "NotIn", "high")),
                example(
                        "In needs values",
                        selecting("PriorityClass", "In"),
                        "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when"
                                + " `operator` is 'In' or 'NotIn' for scope selector"),
                example(
                        "volume attributes are not those of pods",
                        selecting("VolumeAttributesClass", "Exists"),
                        "spec.scopeSelector.matchExpressions: Invalid value:"
                                + " {\"MatchExpressions\":[{\"ScopeName\":\"VolumeAttributesClass\",\"Operator\":\"Exists\",\"Values\":null}]}:"
                                + " unsupported scope applied to resource"),
                example(
                        "scopes that contradict each other are told of the other list, which is not there",
                        both("BestEffort", "NotBestEffort"),
                        "spec.scopeSelector.matchExpressions: Invalid value: null: conflicting scopes"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void validates(Case example) {
        assertThat(new ResourceQuotaRules().validate(example.quota()))
                .extracting(Object::toString)
                .isEqualTo(example.errors());
    }

    @Test
    void statusesAreHeldToTheSameNamesAndAmounts() {
        var quota = limiting(of("pods", "1"));
        var counted = quota.withStatus(new ResourceQuota.Status(of("pods", "1"), of("pods", "-1", "magic", "1")));

        assertThat(new ResourceQuotaRules().validateStatusUpdate(counted, quota))
                .extracting(Object::toString)
                .containsExactly(
                        "status.used[magic]: Invalid value: \"magic\": must be a standard resource type or fully qualified",
                        "status.used[magic]: Invalid value: \"magic\": must be a standard resource for quota",
                        "status.used[pods]: Invalid value: \"-1\": must be greater than or equal to 0");
    }

    @Test
    void scopesNeverChange() {
        var quota = limiting(of("pods", "1"));

        assertThat(new ResourceQuotaRules().validateUpdate(scoped(quota, "Terminating"), quota))
                .extracting(Object::toString)
                .containsExactly("spec.scopes: Invalid value: [\"Terminating\"]: field is immutable");
        assertThat(new ResourceQuotaRules().validateUpdate(quota, scoped(quota, "Terminating")))
                .extracting(Object::toString)
                .containsExactly("spec.scopes: Invalid value: null: field is immutable");
    }

    @Test
    void creatingOneThatGrantsMoreRequestsThanLimitsIsWarnedOf() {
        var quota = limiting(
                of("cpu", "2", "limits.cpu", "1", "requests.memory", "3Gi", "limits.memory", "2Gi", "pods", "1"));
        assertThat(new ResourceQuotaRules().warnings(quota, null))
                .containsExactly(
                        "ResourceQuota cpu (2) should be less than limits.cpu (1)",
                        "ResourceQuota requests.memory (3Gi) should be less than limits.memory (2Gi)");
        assertThat(new ResourceQuotaRules().warnings(quota, quota)).isEmpty();
    }
}
