package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of field selectors: any value survives escaping, and a selector from fields selects just those fields. */
class FieldSelectorLawsTest {
    @Property
    void anyValueReadsBack(@ForAll("values") String value) {
        var selector = FieldSelector.equal("a.b", value).and(FieldSelector.notEqual("c", value));
        assertThat(FieldSelector.parse(selector.toString()).requirements())
                .containsExactlyInAnyOrderElementsOf(selector.requirements());
    }

    @Property
    void aSelectorFromFieldsSelectsThem(@ForAll("fields") Map<String, String> fields, @ForAll("values") String other) {
        var selector = FieldSelector.ofFields(fields);
        assertThat(selector.matches(fields)).isTrue();
        for (var field : fields.keySet()) {
            var changed = new HashMap<>(fields);
            changed.put(field, other);
            assertThat(selector.matches(changed)).isEqualTo(other.equals(fields.get(field)));
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("a,=\\! é\n").ofMaxLength(6);
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        return Arbitraries.maps(Arbitraries.of("a", "b.c", "d"), values()).ofMaxSize(3);
    }
}
