package io.kubelayers.application.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPiecesTest {
    @Test
    void slowStartDoublesItsBatches() {
        assertThat(SlowStart.batches(0)).isEmpty();
        assertThat(SlowStart.batches(10)).containsExactly(1, 2, 4, 3);
    }

    @Property
    void batchesAddUp(@ForAll @IntRange(max = 2000) int count) {
        assertThat(SlowStart.batches(count).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(count);
    }

    @Test
    void theTemplateHashUsesLettersThatSpellNoWords() {
        var hash = PodTemplateHash.of(Workloads.template("web:1"), null);
        assertThat(hash).matches("[bcdfghjklmnpqrstvwxz2456789]{1,10}");
        assertThat(PodTemplateHash.of(Workloads.template("web:1"), null)).isEqualTo(hash);
        assertThat(PodTemplateHash.of(Workloads.template("web:2"), null)).isNotEqualTo(hash);
        assertThat(PodTemplateHash.of(Workloads.template("web:1"), 1)).isNotEqualTo(hash);
        assertThat(PodTemplateHash.safe("0123456789")).isEqualTo("456789bcdf");
    }

    @ParameterizedTest(name = "sent {0}, stored {1}")
    @CsvSource({"0, 1", "1, 1", "5, 5", "-3, 1"})
    void aNewDaemonSetGoesOnCountingItsTemplates(String sent, String stored) {
        var count = "deprecated.daemonset.template.generation";
        var set = DaemonSetBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .annotations(Map.of(count, sent))
                        .build())
                .build();
        assertThat(new DaemonSetRules().prepareForCreate(set).metadata().annotations())
                .containsEntry(count, stored);
    }

    @Test
    void aTemplatePodCarriesTheTemplatesLabelsAndItsOwner() {
        var owner = Workloads.replicaSet("web-5d4f", 1);
        var pod = TemplatePod.of(
                owner.spec().template(), owner.metadata(), ControllerRef.to("apps/v1", "ReplicaSet", owner.metadata()));
        assertThat(pod.metadata().generateName()).isEqualTo("web-5d4f-");
        assertThat(pod.metadata().namespace()).isEqualTo("default");
        assertThat(pod.metadata().labels()).containsEntry("app", "web");
        assertThat(ControllerRef.controls(owner.metadata(), pod.metadata())).isTrue();
        assertThat(pod.spec().containers()).hasSize(1);
        assertThat(TemplatePod.namePrefix("x".repeat(253))).hasSize(253);
    }
}
