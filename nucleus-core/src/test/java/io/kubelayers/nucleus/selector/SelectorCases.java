package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.golden.GoldenCase;
import io.kubelayers.golden.NewerWording;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The golden cases of label and field selectors. */
final class SelectorCases {
    private SelectorCases() {}

    static void parse(GoldenCase c) {
        var text = c.text("sel");
        if (!c.flag("ok")) {
            assertThat(message(() -> Selector.parse(text))).isEqualTo(NewerWording.ofLabels(c.text("err")));
            return;
        }
        var selector = Selector.parse(text);
        describe(c, selector);
        if (c.has("reparseErr")) {
            assertThat(message(() -> Selector.parse(selector.toString())))
                    .isEqualTo(NewerWording.ofLabels(c.text("reparseErr")));
        } else {
            assertThat(Selector.parse(selector.toString())).hasToString(c.text("reparseString"));
        }
        if (c.has("toLabelSelectorErr")) {
            assertThat(message(() -> LabelSelectors.parse(text))).isEqualTo(c.text("toLabelSelectorErr"));
        } else {
            assertThat(LabelSelectors.parse(text)).isEqualTo(PlainTrees.labelSelector(c.get("toLabelSelector")));
        }
    }

    static void labelSelector(GoldenCase c) {
        var record = c.has("selector") ? PlainTrees.labelSelector(c.get("selector")) : null;
        if (c.flag("ok")) {
            describe(c, Selector.of(record));
        } else {
            assertThat(message(() -> Selector.of(record))).isEqualTo(NewerWording.ofLabels(c.text("err")));
        }
        asMap(c, record);
        ValidationCases.sorted(c, "validate", LabelSelectors.validate(FieldPath.of("spec", "selector"), record));
        assertThat(LabelSelectors.format(record)).isEqualTo(c.text("formatted"));
    }

    private static void asMap(GoldenCase c, @Nullable LabelSelector record) {
        if (c.has("asMapErr")) {
            assertThat(message(() -> LabelSelectors.asMap(record))).isEqualTo(c.text("asMapErr"));
        } else {
            assertThat(LabelSelectors.asMap(record)).isEqualTo(PlainTrees.texts(c.get("asMap")));
        }
    }

    private static void describe(GoldenCase c, Selector selector) {
        assertThat(selector).hasToString(c.text("string"));
        assertThat(selector.isEverything()).isEqualTo(c.flag("empty"));
        assertThat(selector.isNothing()).isEqualTo(!c.flag("selectable"));
        assertThat(selector.requirements().stream()
                        .map(requirement -> Map.of(
                                "key", requirement.key(),
                                "op", requirement.operator().symbol(),
                                "values", List.copyOf(new TreeSet<>(requirement.values()))))
                        .toList())
                .isEqualTo(c.list("requirements"));
        for (int i = 0; i < c.list("labels").size(); i++) {
            var labels = PlainTrees.texts(c.list("labels").get(i));
            assertThat(selector.matches(labels))
                    .as("%s", labels)
                    .isEqualTo(c.list("matches").get(i));
            assertThat(selector.explain(labels).matches())
                    .isEqualTo(c.list("matches").get(i));
        }
    }

    static void fields(GoldenCase c) {
        if (!c.flag("ok")) {
            assertThat(message(() -> FieldSelector.parse(c.text("sel")))).isEqualTo(c.text("err"));
            return;
        }
        var selector = FieldSelector.parse(c.text("sel"));
        assertThat(selector).hasToString(c.text("string"));
        assertThat(selector.isEverything()).isEqualTo(c.flag("empty"));
        assertThat(selector.requirements().stream()
                        .map(requirement -> Map.of(
                                "field", requirement.field(),
                                "op", requirement.operator().symbol(),
                                "value", requirement.value()))
                        .toList())
                .isEqualTo(c.list("requirements"));
        for (int i = 0; i < c.list("fields").size(); i++) {
            var fields = PlainTrees.texts(c.list("fields").get(i));
            assertThat(selector.matches(fields))
                    .as("%s", fields)
                    .isEqualTo(c.list("matches").get(i));
        }
        c.part("exact").json().keySet().forEach(field -> {
            var exact = c.part("exact").part(field);
            assertThat(selector.exactValue(field))
                    .isEqualTo(exact.flag("found") ? Optional.of(exact.text("v")) : Optional.empty());
        });
    }

    private static String message(Callable<?> attempt) {
        var thrown = catchThrowableOfType(InvalidSelectorException.class, attempt::call);
        return thrown == null ? "no error" : String.valueOf(thrown.getMessage());
    }
}
