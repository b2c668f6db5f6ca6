package io.kubelayers.application.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The count of templates belongs to the spec, though it is an annotation. */
class DaemonSetRulesTest {
    private static final String GENERATION = "deprecated.daemonset.template.generation";

    private final DaemonSetRules rules = new DaemonSetRules();

    @ParameterizedTest
    @CsvSource({"3, 3", "9, 3", "0, 3"})
    void statusesDoNotChangeIt(int sent, int stored) {
        var set = rules.prepareForStatusUpdate(counting(sent), counting(3));

        assertThat(set).isEqualTo(counting(stored));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "9, 3", "0, 3"})
    void norDoUpdatesThatLeaveTheTemplate(int sent, int stored) {
        assertThat(rules.prepareForUpdate(counting(sent), counting(3))).isEqualTo(counting(stored));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3                   |",
                "-1                  |",
                "1.5                 | strconv.ParseInt: parsing \"1.5\": invalid syntax",
                "9223372036854775808 | strconv.ParseInt: parsing \"9223372036854775808\": value out of range"
            })
    void whatIsNoCountCannotBeRead(String sent, @Nullable String problem) {
        var set = counting(1);
        var metadata = set.metadata().withAnnotations(Map.of(GENERATION, sent));

        assertThat(rules.unreadable(set.withMetadata(metadata))).isEqualTo(problem);
    }

    private static DaemonSet counting(int templates) {
        var set = DaemonSetBuilder.builder().build();
        return set.withMetadata(set.metadata().withAnnotations(Map.of(GENERATION, String.valueOf(templates))));
    }
}
