package io.kubelayers.governance.limitrange;

import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.limitrange.LimitRange.Item;
import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitRangeRulesTest {
    record Case(String sentence, LimitRange range, List<String> errors) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Case example(String sentence, List<Item> items, String... errors) {
        return new Case(sentence, new LimitRange(ObjectMeta.EMPTY, new LimitRange.Spec(items)), List.of(errors));
    }

    static Stream<Case> cases() {
        return Stream.of(
                example(
                        "defaults lie between the bounds",
                        List.of(new Item(
                                LimitType.CONTAINER,
                                of("cpu", "2"),
                                of("cpu", "100m"),
                                of("cpu", "1"),
                                of("cpu", "500m"),
                                of("cpu", "10")))),
                example(
                        "a default request above the default limit can never be met",
                        List.of(new Item(LimitType.CONTAINER, null, null, of("cpu", "1"), of("cpu", "2"), null)),
                        "spec.limits[0].defaultRequest[cpu]: Invalid value: \"2\": default request value 2 is greater"
                                + " than default limit value 1"),
                example(
                        "the ratio fits the bounds",
                        List.of(new Item(LimitType.POD, of("cpu", "2"), of("cpu", "1"), null, null, of("cpu", "3"))),
                        "spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: \"3\": ratio 3 is greater than max/min"
                                + " = 2.000000"),
                example(
                        "what can't be overcommitted has one default",
                        List.of(new Item(
                                LimitType.CONTAINER,
                                null,
                                null,
                                of("example.com/gpu", "2"),
                                of("example.com/gpu", "1"),
                                null)),
                        "spec.limits[0].defaultRequest[example.com/gpu]: Invalid value: \"1\": default value 2 must equal"
                                + " to defaultRequest value 1 in example.com/gpu"),
                example(
                        "claims are bounded in storage, and each type once",
                        List.of(
                                new Item(LimitType.PERSISTENT_VOLUME_CLAIM, null, null, null, null, null),
                                new Item(
                                        LimitType.PERSISTENT_VOLUME_CLAIM,
                                        of("storage", "1Gi"),
                                        null,
                                        null,
                                        null,
                                        null)),
                        "spec.limits[0].limits: Required value: either minimum or maximum storage value is required, but"
                                + " neither was provided",
                        "spec.limits[1].type: Duplicate value: \"PersistentVolumeClaim\""),
                example(
                        "names without a slash are known",
                        List.of(new Item("Node", of("storage", "1Gi"), null, null, null, null)),
                        "spec.limits[0].type: Invalid value: \"Node\": must be a standard limit type or fully qualified"),
                example(
                        "containers have no storage",
                        List.of(new Item(LimitType.CONTAINER, of("storage", "1Gi"), null, null, null, null)),
                        "spec.limits[0].max[storage]: Invalid value: \"storage\": must be a standard resource for"
                                + " containers"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void validates(Case example) {
        assertThat(new LimitRangeRules().validate(example.range()))
                .extracting(Object::toString)
                .isEqualTo(example.errors());
    }
}
