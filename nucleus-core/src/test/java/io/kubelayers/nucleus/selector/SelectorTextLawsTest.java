package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text at all is a selector or is refused with a typed error. */
class SelectorTextLawsTest {
    @Property
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        HostileSelectorTest.attempt(() ->
                assertThat(Selector.parse(Selector.parse(text).toString())).isNotNull());
        HostileSelectorTest.attempt(() -> FieldSelector.parse(text));
    }

    @Property
    void veryManyRequirementsStillMatch(@ForAll("keys") String key) {
        var text = (key + "!=x,").repeat(500) + key;
        assertThat(Selector.parse(text).requirements()).hasSize(501);
        assertThatThrownBy(() -> Selector.parse(text + ",")).isInstanceOf(InvalidSelectorException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20),
                Arbitraries.of("a", "b/c", "in", "notin", "(", ")", ",", "!", "=", "==", "!=", ">", "<", " ", "\0", "é")
                        .list()
                        .ofMaxSize(12)
                        .map(parts -> String.join("", parts)));
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("a", "b.c/d");
    }
}
