package io.kubelayers.nucleus.podstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceTest {
    private static final ContainerState RUNNING =
            new ContainerState(null, new ContainerState.Running(Instant.EPOCH), null);

    private static Pod pod(String... containers) {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("web").build())
                .spec(PodSpecBuilder.builder()
                        .initContainers(
                                List.of(ContainerBuilder.builder().name("init").build()))
                        .containers(Arrays.stream(containers)
                                .map(name ->
                                        ContainerBuilder.builder().name(name).build())
                                .toList())
                        .build())
                .build();
    }

    private static Pod with(ContainerState state, ContainerState last) {
        var status = ContainerStatusBuilder.builder()
                .name("app")
                .containerID("x://2")
                .state(state)
                .lastState(last)
                .build();
        return pod("app")
                .withStatus(PodStatusBuilder.builder()
                        .containerStatuses(List.of(status))
                        .build());
    }

    private static ContainerState ended(String id) {
        return new ContainerState(null, null, new ContainerState.Terminated(1, 0, "Error", null, null, null, id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    app      |      | container app of pod web
                    app,side |      | a container name must be specified for pod web, choose one of: [init app side]
                    app,side | side | container side of pod web
                    app      | init | container init of pod web
                    app      | x    | container x is not valid for pod web
                    """)
    void takesTheContainerThatIsMeant(String containers, String asked, String answer) {
        var choice = ContainerChoice.of(pod(containers.split(",")), asked == null ? "" : asked);

        assertThat(choice.explain()).isEqualTo(answer);
    }

    @Test
    void takesTheRunThatIsMeant() {
        assertThat(LogChoice.of(with(RUNNING, ended("x://1")), "app", false).run())
                .isEqualTo("x://2");
        assertThat(LogChoice.of(with(RUNNING, ended("x://1")), "app", true).run())
                .isEqualTo("x://1");
        assertThat(LogChoice.of(with(ended("x://2"), ContainerState.EMPTY), "app", false)
                        .run())
                .isEqualTo("x://2");
        var backingOff = new ContainerState(new ContainerState.Waiting("CrashLoopBackOff", null), null, null);
        assertThat(LogChoice.of(with(backingOff, ended("x://2")), "app", false).run())
                .isEqualTo("x://2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ContainerCreating | container "app" in pod "web" is waiting to start: ContainerCreating
                    ErrImagePull      | container "app" in pod "web" is waiting to start: image can't be pulled
                    ImagePullBackOff  | container "app" in pod "web" is waiting to start: trying and failing to pull image
                    """)
    void saysWhyThereIsNoRun(String reason, String answer) {
        var waiting = new ContainerState(new ContainerState.Waiting(reason, null), null, null);

        assertThat(LogChoice.of(with(waiting, ContainerState.EMPTY), "app", false)
                        .explain())
                .isEqualTo(answer);
    }

    @Test
    void saysThatThereWasNoRunBefore() {
        assertThat(LogChoice.of(with(RUNNING, ContainerState.EMPTY), "app", true)
                        .explain())
                .isEqualTo("previous terminated container \"app\" in pod \"web\" not found");
        assertThat(LogChoice.of(pod("app"), "app", false).explain())
                .isEqualTo("container \"app\" in pod \"web\" is not available");
    }
}
