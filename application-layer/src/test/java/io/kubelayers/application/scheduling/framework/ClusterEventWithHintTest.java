package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.framework.ClusterEvent.Action;
import io.kubelayers.application.scheduling.framework.ClusterEvent.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterEventWithHintTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the very event,                             NODE, ADD,              NODE,         ADD,               true",
        "another action,                             NODE, ADD,              NODE,         DELETE,            false",
        "another resource,                           NODE, ADD,              ASSIGNED_POD, ADD,               false",
        "any update takes narrower ones,             NODE, UPDATE,           NODE,         UPDATE_NODE_LABEL, true",
        "a narrow update does not take others,       NODE, UPDATE_NODE_TAINT, NODE,        UPDATE_NODE_LABEL, false",
        "everything of a resource,                   NODE, ALL,              NODE,         DELETE,            true",
        "everything,                                 ANY,  ALL,              ASSIGNED_POD, DELETE,            true",
    })
    void matches(String name, Resource resource, Action action, Resource happened, Action how, boolean matches) {
        assertThat(ClusterEventWithHint.on(resource, action).matches(new ClusterEvent(happened, how)))
                .isEqualTo(matches);
    }
}
