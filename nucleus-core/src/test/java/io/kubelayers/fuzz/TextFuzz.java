package io.kubelayers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import io.kubelayers.nucleus.value.QuantityRangeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Selectors and quantities: what is read is written as a text that means the same. */
public final class TextFuzz implements FuzzTarget {
    /** From here on there is no suffix left, and upstream's text, ours too, leaves it out: 3e21 is "3". */
    private static final Quantity NO_SUFFIX = Quantity.parse("1000E");

    @Override
    public void run(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        try {
            var selector = Selector.parse(text);
            selector.matches(Map.of("app", "web"));
            assertThat(Selector.parse(selector.toString()).toString()).isEqualTo(selector.toString());
            LabelSelectors.parse(text);
        } catch (InvalidSelectorException refused) {
            // as documented
        }
        try {
            var selector = FieldSelector.parse(text);
            assertThat(FieldSelector.parse(selector.toString()).toString()).isEqualTo(selector.toString());
        } catch (InvalidSelectorException refused) {
            // as documented
        }
        try {
            var quantity = Quantity.parse(text);
            if (quantity.compareTo(NO_SUFFIX) < 0 && quantity.negate().compareTo(NO_SUFFIX) < 0) {
                assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
            }
        } catch (QuantityFormatException | QuantityRangeException refused) {
            // as documented
        }
        IntOrString.of(text);
    }
}
