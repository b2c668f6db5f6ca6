package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerState;
import io.kubelayers.nucleus.core.ContainerStatus;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.pod.Pods;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The phase for each way its containers can stand. Words: new, waiting, coming (runs, not started), up, crashed (waiting
 * to be restarted), done, failed; init containers before the bar, sidecars with a star. */
class PodPhaseTest {
    @ParameterizedTest(name = "{0}: {1}, {2} is {3}")
    @CsvSource({
        "nothing seen yet, new, Always, Pending",
        "its image is being pulled, waiting, Always, Pending",
        "it runs, up, Always, Running",
        "one of two runs, up waiting, Always, Pending",
        "it crashed and will be restarted, crashed, Always, Running",
        "it exited and will be restarted, done, Always, Running",
        "it is done, done, Never, Succeeded",
        "it is done, done, OnFailure, Succeeded",
        "it failed, failed, Never, Failed",
        "it failed and will be restarted, failed, OnFailure, Running",
        "one failed and one is done, failed done, Never, Failed",
        "one failed and one runs, failed up, Never, Running",
        "the init container runs, up | waiting, Always, Pending",
        "the init container is done, done | waiting, Always, Pending",
        "the init container failed, failed | waiting, Never, Failed",
        "the init container will be restarted, crashed | waiting, Always, Pending",
        "all runs after init, done | up, Always, Running",
        "the sidecar comes up, coming* | waiting, Always, Pending",
        "the sidecar is up, up* | up, Always, Running",
        "the sidecar outlives the others, up* | done, Never, Running",
        "all is done, done* | done, Never, Succeeded",
    })
    void phaseOf(String name, String containers, String policy, String phase) {
        assertThat(phase(containers, policy, false)).as(name).isEqualTo(phase);
    }

    @ParameterizedTest(name = "when nothing will run any more, {0} is {1}")
    @CsvSource({"done, Succeeded", "failed, Failed", "done failed, Failed", "failed* | done, Succeeded"})
    void terminalPhaseOf(String containers, String phase) {
        assertThat(phase(containers, "Always", true)).isEqualTo(phase);
    }

    private static String phase(String text, String policy, boolean terminal) {
        var inits =
                text.contains("|") ? text.substring(0, text.indexOf('|')).trim().split(" +") : new String[0];
        var mains = text.substring(text.indexOf('|') + 1).trim().split(" +");
        var pod = Pods.named("web").restartPolicy(policy);
        var initStatuses = new ArrayList<ContainerStatus>();
        for (int i = 0; i < inits.length; i++) {
            if (inits[i].endsWith("*")) {
                pod.sidecar("init-" + i, "app");
            } else {
                pod.init("init-" + i, "app");
            }
            initStatuses.addAll(status("init-" + i, inits[i].replace("*", "")));
        }
        var statuses = new ArrayList<ContainerStatus>();
        boolean initialized = false;
        for (int i = 0; i < mains.length; i++) {
            var name = i == 0 ? "main" : "main-" + i;
            if (i > 0) {
                pod.container(name, "app");
            }
            statuses.addAll(status(name, mains[i]));
            initialized |= !mains[i].equals("waiting") && !mains[i].equals("new");
        }
        PodSpec spec = pod.build().spec();
        return PodPhase.of(spec, initStatuses, statuses, initialized, terminal);
    }

    private static List<ContainerStatus> status(String name, String word) {
        var waiting = new ContainerState(new ContainerState.Waiting("ContainerCreating", null), null, null);
        var running = new ContainerState(null, new ContainerState.Running(null), null);
        var status = ContainerStatusBuilder.builder().name(name);
        return switch (word) {
            case "new" -> List.of();
            case "waiting" -> List.of(status.state(waiting).build());
            case "coming" -> List.of(status.state(running).started(false).build());
            case "up" -> List.of(status.state(running).started(true).build());
            case "crashed" -> List.of(status.state(waiting).lastState(ended(1)).build());
            case "done" -> List.of(status.state(ended(0)).build());
            case "failed" -> List.of(status.state(ended(1)).build());
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static ContainerState ended(int code) {
        return new ContainerState(null, null, new ContainerState.Terminated(code, 0, null, null, null, null, null));
    }
}
