package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws of selectors: the canonical text reads back as the same selector; a selector is the conjunction of its
 * requirements, in any order; each operator is the negation of its counterpart; and all agree with a naive evaluator.
 */
class SelectorLawsTest {
    private static final List<String> KEYS = List.of("a", "b.c/d", "in", "notin");
    private static final List<String> VALUES = List.of("", "x", "in", "7", "007", "9223372036854775808");
    private static final List<String> FOUND = List.of("", "x", "in", "7", "-7", "+8", "9223372036854775808", "١");

    @Property
    void theCanonicalTextReadsBackAsTheSameSelection(
            @ForAll("requirements") List<Requirement> requirements, @ForAll("labels") Map<String, String> labels) {
        var selector = Selector.allOf(requirements);
        var again = Selector.parse(selector.toString());
        assertThat(again).hasToString(selector.toString());
        assertThat(again.matches(labels)).isEqualTo(selector.matches(labels));
        assertThat(Selector.parse(again.toString())).isEqualTo(again);
    }

    @Property
    void aSelectorIsTheConjunctionOfItsRequirements(
            @ForAll("requirements") List<Requirement> requirements, @ForAll("labels") Map<String, String> labels) {
        boolean all = requirements.stream().allMatch(requirement -> requirement.matches(labels));
        assertThat(Selector.allOf(requirements).matches(labels)).isEqualTo(all);
        assertThat(Selector.everything()
                        .and(requirements.toArray(Requirement[]::new))
                        .matches(labels))
                .isEqualTo(all);
        assertThat(Selector.allOf(requirements).explain(labels).matches()).isEqualTo(all);
    }

    @Property
    void operatorsComeInPairsThatNegateEachOther(
            @ForAll("key") String key,
            @ForAll("values") Set<String> values,
            @ForAll("labels") Map<String, String> labels) {
        var list = List.copyOf(values);
        opposite(Requirement.of(key, Operator.IN, list), Requirement.of(key, Operator.NOT_IN, list), labels);
        opposite(Requirement.equal(key, list.get(0)), Requirement.notEqual(key, list.get(0)), labels);
        opposite(Requirement.exists(key), Requirement.doesNotExist(key), labels);
    }

    private static void opposite(Requirement one, Requirement other, Map<String, String> labels) {
        assertThat(one.matches(labels)).isNotEqualTo(other.matches(labels));
    }

    @Property
    void inIsTheDisjunctionOfItsValues(
            @ForAll("key") String key,
            @ForAll("values") Set<String> values,
            @ForAll("labels") Map<String, String> labels) {
        var list = List.copyOf(values);
        assertThat(Requirement.of(key, Operator.IN, list).matches(labels))
                .isEqualTo(list.stream()
                        .anyMatch(value -> Requirement.equal(key, value).matches(labels)));
        assertThat(Requirement.of(key, Operator.NOT_IN, list).matches(labels))
                .isEqualTo(list.stream()
                        .allMatch(value -> Requirement.notEqual(key, value).matches(labels)));
    }

    @Property
    void manyValuesMatchLikeFew(@ForAll("key") String key, @ForAll("labels") Map<String, String> labels) {
        var many = new ArrayList<>(VALUES);
        for (int i = 0; i < 20; i++) {
            many.add("filler" + i);
        }
        assertThat(Requirement.of(key, Operator.IN, many).matches(labels))
                .isEqualTo(Requirement.of(key, Operator.IN, VALUES).matches(labels));
    }

    @Property
    void everyRequirementAgreesWithTheNaiveReference(
            @ForAll("requirements") List<Requirement> requirements, @ForAll("labels") Map<String, String> labels) {
        for (var requirement : requirements) {
            assertThat(requirement.matches(labels)).as("%s", requirement).isEqualTo(naive(requirement, labels));
        }
    }

    /** The rules of upstream's documentation, read one by one. */
    private static boolean naive(Requirement requirement, Map<String, String> labels) {
        boolean there = labels.containsKey(requirement.key());
        var value = labels.getOrDefault(requirement.key(), "");
        var first = requirement.values().isEmpty() ? "" : requirement.values().get(0);
        return switch (requirement.operator().symbol()) {
            case "in" -> there && requirement.values().contains(value);
            case "notin" -> !there || !requirement.values().contains(value);
            case "=", "==" -> there && value.equals(first);
            case "!=" -> !there || !value.equals(first);
            case "exists" -> there;
            case "!" -> !there;
            case "gt" -> there && isLong(value) && Long.parseLong(value) > Long.parseLong(first);
            default -> there && isLong(value) && Long.parseLong(value) < Long.parseLong(first);
        };
    }

    private static boolean isLong(String text) {
        return text.matches("[-+]?[0-9]+") && new BigInteger(text).bitLength() < Long.SIZE;
    }

    @Provide
    Arbitrary<String> key() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<Set<String>> values() {
        return Arbitraries.of(VALUES).set().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of(KEYS), Arbitraries.of(FOUND)).ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Requirement>> requirements() {
        var set = Combinators.combine(key(), Arbitraries.of(Operator.IN, Operator.NOT_IN), values())
                .as((key, operator, values) -> Requirement.of(key, operator, List.copyOf(values)));
        var exact = Combinators.combine(
                        key(),
                        Arbitraries.of(Operator.EQUALS, Operator.DOUBLE_EQUALS, Operator.NOT_EQUALS),
                        Arbitraries.of(VALUES))
                .as((key, operator, value) -> Requirement.of(key, operator, List.of(value)));
        var comparison = Combinators.combine(
                        key(),
                        Arbitraries.of(Operator.GREATER_THAN, Operator.LESS_THAN),
                        Arbitraries.of("7", "0", "007"))
                .as((key, operator, value) -> Requirement.of(key, operator, List.of(value)));
        var presence = Combinators.combine(key(), Arbitraries.of(Operator.EXISTS, Operator.DOES_NOT_EXIST))
                .as((key, operator) -> Requirement.of(key, operator, List.of()));
        return Arbitraries.oneOf(set, exact, comparison, presence).list().ofMaxSize(4);
    }
}
