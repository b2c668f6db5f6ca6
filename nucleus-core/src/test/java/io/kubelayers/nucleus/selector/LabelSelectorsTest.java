package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelSelectorsTest {
    private static final FieldPath PATH = FieldPath.of("spec", "selector");

    @Test
    void textBecomesARecord() {
        assertThat(LabelSelectors.parse("app=web,tier in (b,a),!old"))
                .isEqualTo(new LabelSelector(
                        Map.of("app", "web"),
                        List.of(
                                new LabelSelectorRequirement("old", "DoesNotExist", List.of()),
                                new LabelSelectorRequirement("tier", "In", List.of("a", "b")))));
        assertThatThrownBy(() -> LabelSelectors.parse("a>1")).hasMessage("\"gt\" isn't supported in label selectors");
        assertThatThrownBy(() -> LabelSelectors.parse("a!=b"))
                .hasMessage("\"!=\" is not a valid label selector operator");
        assertThatThrownBy(() -> LabelSelectors.parse(","))
                .hasMessage("couldn't parse the selector string \",\": found ',', expected: !, identifier, or 'end of"
                        + " string'");
    }

    @Test
    void aRecordBecomesAMapIfItCan() {
        assertThat(LabelSelectors.asMap(null)).isEmpty();
        assertThat(LabelSelectors.asMap(LabelSelectors.parse("app=web,tier in (front)")))
                .isEqualTo(Map.of("app", "web", "tier", "front"));
        assertThatThrownBy(() -> LabelSelectors.asMap(LabelSelectors.parse("tier in (a,b)")))
                .hasMessage("operator \"In\" without a single value cannot be converted into the old label selector"
                        + " format");
        assertThatThrownBy(() -> LabelSelectors.asMap(LabelSelectors.parse("tier")))
                .hasMessage("operator \"Exists\" cannot be converted into the old label selector format");
        assertThatThrownBy(() -> LabelSelectors.asMap(selector("Near")))
                .hasMessage("\"Near\" is not a valid selector operator");
    }

    @Test
    void aTableShowsItsText() {
        assertThat(LabelSelectors.format(LabelSelectors.of(Map.of("b", "1", "a", "2"))))
                .isEqualTo("a=2,b=1");
        assertThat(LabelSelectors.format(null)).isEqualTo("<none>");
        assertThat(LabelSelectors.format(LabelSelector.EMPTY)).isEqualTo("<none>");
        assertThat(LabelSelectors.format(selector("Near"))).isEqualTo("<error>");
    }

    @Test
    void validationNamesTheField() {
        assertThat(LabelSelectors.validate(PATH, null)).isEmpty();
        assertThat(texts(LabelSelectors.validate(PATH, selector("In"))))
                .containsExactly("spec.selector.matchExpressions[0].values: Required value: must be specified when"
                        + " `operator` is 'In' or 'NotIn'");
        assertThat(texts(LabelSelectors.validate(PATH, selector("Exists", "x"))))
                .containsExactly("spec.selector.matchExpressions[0].values: Forbidden: may not be specified when"
                        + " `operator` is 'Exists' or 'DoesNotExist'");
        assertThat(texts(LabelSelectors.validate(PATH, selector("Near"))))
                .containsExactly("spec.selector.matchExpressions[0].operator: Invalid value: \"Near\": not a valid"
                        + " selector operator");
    }

    @Test
    void valuesOfStoredSelectorsMayBeOfOldForm() {
        var odd = selector("In", "not a value");
        assertThat(LabelSelectors.validate(PATH, odd))
                .extracting(FieldError::field)
                .containsExactly("spec.selector.matchExpressions[0].values[0]");
        assertThat(LabelSelectors.validate(PATH, odd, true)).isEmpty();
    }

    private static LabelSelector selector(String operator, String... values) {
        return new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("tier", operator, List.of(values))));
    }

    private static List<String> texts(List<FieldError> errors) {
        return errors.stream().map(FieldError::toString).toList();
    }
}
