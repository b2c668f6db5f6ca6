package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ManagedFieldsEntryBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaRulesTest {
    private static final FieldPath F = FieldPath.of("f");

    @Test
    void annotationKeysMayBeInCapitals() {
        assertThat(MetaRules.annotations(F, Map.of("Example.COM/Key", "any\nthing")))
                .isEmpty();
        assertThat(MetaRules.labels(F, Map.of("Example.COM/Key", ""))).hasSize(1);
    }

    @Test
    void annotationsAreLimitedInAll() {
        assertThat(MetaRules.annotations(F, Map.of("a", "é".repeat(128 * 1024))))
                .containsExactly(FieldError.tooLong(F, 262144));
        assertThat(MetaRules.annotations(F, Map.of("a", "x".repeat(256 * 1024 - 1))))
                .isEmpty();
    }

    @Test
    void twoFinalizersContradictEachOther() {
        assertThat(MetaRules.finalizers(F, List.of("orphan", "foregroundDeletion")))
                .singleElement()
                .hasToString("f: Invalid value: [\"orphan\",\"foregroundDeletion\"]: finalizer orphan and"
                        + " foregroundDeletion cannot be both set");
        assertThat(MetaRules.finalizers(F, List.of("orphan", "example.com/a"))).isEmpty();
    }

    @Test
    void managersHavePrintableNames() {
        assertThat(MetaRules.fieldManager(F, "")).isEmpty();
        assertThat(MetaRules.fieldManager(F, "kubectl (é)")).isEmpty();
        assertThat(MetaRules.fieldManager(F, "é\n"))
                .singleElement()
                .hasToString("f: Invalid value: \"é\\n\": invalid character U+000A (at position 2)");
        assertThat(MetaRules.fieldManager(F, "m".repeat(129))).containsExactly(FieldError.tooLong(F, 128));
    }

    @Test
    void managedFieldsNameTheirOperation() {
        var apply = ManagedFieldsEntryBuilder.builder()
                .operation(ManagedFieldsEntry.ManagedFieldsOperationType.APPLY)
                .build();
        assertThat(MetaRules.managedFields(F, List.of(apply, apply.withFieldsType("FieldsV1"))))
                .isEmpty();
        assertThat(MetaRules.managedFields(
                        F,
                        List.of(
                                apply,
                                apply.withOperation("Steal")
                                        .withFieldsType("V2")
                                        .withSubresource("s".repeat(257)))))
                .extracting(FieldError::toString)
                .containsExactly(
                        "f[1].operation: Invalid value: \"Steal\": must be `Apply` or `Update`",
                        "f[1].fieldsType: Invalid value: \"V2\": must be `FieldsV1`",
                        "f[1].subresource: Too long: may not be more than 256 bytes");
    }
}
