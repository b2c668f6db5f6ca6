package io.kubelayers.nucleus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaPropsOrBool;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemaTest {
    private final RecordSchema podSpec = RecordSchema.of(PodSpec.class);

    @Test
    void fieldsComeInDeclarationOrderWithTheirNamesOnTheWire() {
        assertThat(RecordSchema.of(ListMeta.class).fields())
                .extracting(FieldSchema::name)
                .containsExactly("selfLink", "resourceVersion", "continue", "remainingItemCount");
        assertThat(field(ListMeta.class, "continue").component()).isEqualTo("continueToken");
        assertThat(podSpec.field("Containers")).isNull();
    }

    @Test
    void aTypeIsAScalarOrMadeOfTypes() {
        assertThat(field(PodSpec.class, "containers").type())
                .isEqualTo(new FieldType.ListOf(new FieldType.Struct(Container.class)));
        assertThat(field(ResourceRequirements.class, "limits").type())
                .isEqualTo(new FieldType.MapOf(FieldType.Scalar.QUANTITY));
        assertThat(field(ObjectMeta.class, "creationTimestamp").type()).isEqualTo(FieldType.Scalar.TIME);
        assertThat(field(Event.class, "eventTime").type()).isEqualTo(FieldType.Scalar.MICRO_TIME);
        assertThat(field(ManagedFieldsEntry.class, "fieldsV1").type()).isEqualTo(FieldType.Scalar.OBJECT);
        assertThat(field(JSONSchemaProps.class, "default").type()).isEqualTo(FieldType.Scalar.ANY);
        assertThat(field(JSONSchemaProps.class, "additionalProperties").type())
                .isEqualTo(new FieldType.Union(JSONSchemaPropsOrBool.class));
    }

    @Test
    void absenceIsWhatTheRecordMakesOfNull() {
        assertThat(field(PodSpec.class, "nodeName").zero()).isNull();
        assertThat(field(PodSpec.class, "nodeName").nullable()).isTrue();
        assertThat(field(Container.class, "name").zero()).isEqualTo("");
        assertThat(field(PodSpec.class, "containers").zero()).isEqualTo(List.of());
        assertThat(field(Pod.class, "spec").zero()).isEqualTo(PodSpec.EMPTY);
        assertThat(field(PodSpec.class, "hostNetwork").zero()).isEqualTo(false);
        assertThat(field(PodSpec.class, "hostNetwork").primitive()).isTrue();
    }

    @Test
    void annotationsAreData() {
        FieldSchema containers = field(PodSpec.class, "containers");
        assertThat(containers.required()).isTrue();
        assertThat(containers.written()).isTrue();
        assertThat(containers.listType()).isEqualTo(ListType.MAP);
        assertThat(containers.listKeys()).containsExactly("name");
        assertThat(containers.mergeKey()).contains("name");
        assertThat(containers.patchStrategies()).containsExactly("merge");
        assertThat(containers.protobuf()).containsExactly(2);

        FieldSchema restartPolicy = field(PodSpec.class, "restartPolicy");
        assertThat(restartPolicy.enumValues()).containsExactly("Always", "OnFailure", "Never");
        assertThat(restartPolicy.enumClosed()).isTrue();
        assertThat(restartPolicy.enumId()).map(TypeId::goName).contains("v1.RestartPolicy");
        assertThat(restartPolicy.defaultValue()).contains("Always");
        assertThat(restartPolicy.written()).isFalse();

        assertThat(field(ObjectMeta.class, "finalizers").listType()).isEqualTo(ListType.SET);
        assertThat(field(ObjectMeta.class, "finalizers").mergeKey()).contains("");
        assertThat(field(ObjectMeta.class, "managedFields").listType()).isEqualTo(ListType.ATOMIC);
        assertThat(field(ObjectMeta.class, "name").annotation(Immutable.class)).isPresent();
        assertThat(field(PodSpec.class, "volumes").patchStrategies()).containsExactly("merge", "retainKeys");
    }

    @Test
    void typesKnowTheirUpstreamNames() {
        assertThat(RecordSchema.of(Pod.Status.class).id()).hasToString("core/v1.PodStatus");
        assertThat(podSpec.id().goName()).isEqualTo("v1.PodSpec");
        assertThat(RecordSchema.of(ObjectMeta.class).id()).hasToString("meta/v1.ObjectMeta");
    }

    @Test
    void recordsAreTakenApartAndMade() {
        Container web = (Container) RecordSchema.of(Container.class).empty();
        @Nullable Object[] values = RecordSchema.of(Container.class).zeros();
        values[field(Container.class, "name").index()] = "web";
        Record made = RecordSchema.of(Container.class).create(values);
        assertThat(made).isEqualTo(web.withName("web"));
        assertThat(field(Container.class, "name").get(made)).isEqualTo("web");
    }

    @Test
    void makingOftenGivesTheSameAsMakingOnce() {
        RecordSchema schema = RecordSchema.of(ObjectMeta.class);
        for (int i = 0; i < 100; i++) {
            assertThat(schema.empty()).isEqualTo(ObjectMeta.EMPTY);
        }
    }

    @Test
    void whatIsNoApiTypeIsRefused() {
        assertThatThrownBy(() -> RecordSchema.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String is not a record");
        assertThatThrownBy(() -> RecordSchema.of(Odd.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no API type fits java.lang.Thread of ")
                .hasMessageEndingWith("Odd.thread");
    }

    /** A record with a component that JSON knows nothing of. */
    public record Odd(Thread thread) {}

    private static FieldSchema field(Class<?> type, String name) {
        FieldSchema field = RecordSchema.of(type).field(name);
        assertThat(field).as(name).isNotNull();
        return field;
    }
}
