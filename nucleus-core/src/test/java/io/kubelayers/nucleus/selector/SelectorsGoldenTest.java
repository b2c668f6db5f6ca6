package io.kubelayers.nucleus.selector;

import io.kubelayers.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every recorded answer of upstream's selectors and validation: matches, canonical texts, errors to the letter. */
@Tag("golden")
class SelectorsGoldenTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return Golden.topic("selectors").tests(c -> {
            switch (c.text("op")) {
                case "parse" -> SelectorCases.parse(c);
                case "labelSelector" -> SelectorCases.labelSelector(c);
                case "fields" -> SelectorCases.fields(c);
                case "validate" -> ValidationCases.names(c);
                case "portNum" -> ValidationCases.ports(c);
                case "validateLabels" -> ValidationCases.labels(c);
                case "validateAnnotations" -> ValidationCases.annotations(c);
                case "objectMeta" -> ValidationCases.create(c);
                case "objectMetaUpdate" -> ValidationCases.update(c);
                default -> throw new IllegalArgumentException("unknown op " + c.text("op"));
            }
        });
    }
}
