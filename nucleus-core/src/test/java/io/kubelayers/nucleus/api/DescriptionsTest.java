package io.kubelayers.nucleus.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ListMeta;
import org.junit.jupiter.api.Test;

/** What the Javadoc of records says can be read by programs. */
class DescriptionsTest {
    private final Descriptions descriptions = new Descriptions();

    @Test
    void a_type_says_what_it_is() {
        assertThat(descriptions.of(RecordSchema.of(Container.class)))
                .isEqualTo("One process image run inside a pod, with its resources, probes and mounts.");
    }

    @Test
    void so_do_types_inside_of_others() {
        assertThat(descriptions.of(RecordSchema.of(Pod.Status.class))).isNotEmpty();
    }

    @Test
    void a_field_is_found_by_its_component_whatever_its_name_on_the_wire() {
        var list = RecordSchema.of(ListMeta.class);
        var field = list.field("continue");
        assertThat(field).isNotNull();
        assertThat(descriptions.of(list, field)).isNotEmpty();
    }

    @Test
    void lines_of_the_source_are_joined() {
        var container = RecordSchema.of(Container.class);
        var field = container.field("terminationMessagePath");
        assertThat(field).isNotNull();
        assertThat(descriptions.of(container, field))
                .isEqualTo("File in the container from which the final status text is read; defaults to"
                        + " /dev/termination-log.");
    }
}
