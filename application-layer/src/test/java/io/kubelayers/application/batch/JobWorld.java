package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.nucleus.core.ContainerStateBuilder;
import io.kubelayers.nucleus.core.ContainerStateTerminatedBuilder;
import io.kubelayers.nucleus.core.ContainerStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A Job in a world where its pods end as the test says, and where the controller may crash between writes. */
final class JobWorld {
    Job job;
    final List<Pod> pods = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Instant now = Workloads.NOW;
    int serial;

    JobWorld(JobSpec spec) {
        job = JobSelector.generate(JobBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("sum")
                        .namespace("shop")
                        .uid("uid-sum")
                        .build())
                .spec(spec)
                .build());
    }

    JobDecision step() {
        return step(3);
    }

    /** Does the first writes only: pods, then status, then finalizers. */
    JobDecision step(int writes) {
        var decision = JobDecision.of(job, pods, now);
        for (var pod : decision.abandon()) {
            replace(pod, JobPods.released(pod));
            delete(pod);
        }
        decision.stop().forEach(this::delete);
        for (var pod : decision.create()) {
            var name = "sum-" + serial++;
            pods.add(Workloads.inPhase(
                    pod.withMetadata(pod.metadata().withName(name).withUid("uid-" + name)), Pod.Phase.PENDING));
        }
        if (writes > 1) {
            job = job.withStatus(decision.status());
            decision.events().forEach(event -> events.add(event.reason() + ": " + event.message()));
        }
        if (writes > 2) {
            decision.release().forEach(pod -> replace(pod, JobPods.released(current(pod))));
            pods.removeIf(pod -> pod.metadata().deletionTimestamp() != null
                    && pod.metadata().finalizers().isEmpty());
        }
        return decision;
    }

    void settle() {
        for (int i = 0; i < 5; i++) {
            step();
        }
    }

    Pod current(Pod pod) {
        return pods.stream()
                .filter(other -> other.metadata().uid().equals(pod.metadata().uid()))
                .findFirst()
                .orElse(pod);
    }

    void replace(Pod old, Pod fresh) {
        pods.replaceAll(pod -> pod.metadata().uid().equals(old.metadata().uid()) ? fresh : pod);
    }

    void delete(Pod old) {
        var pod = current(old);
        replace(old, pod.withMetadata(pod.metadata().withDeletionTimestamp(now)));
        pods.removeIf(gone -> gone.metadata().deletionTimestamp() != null
                && gone.metadata().finalizers().isEmpty());
    }

    List<Pod> active() {
        return pods.stream()
                .filter(pod -> Pod.Phase.PENDING.equals(pod.status().phase()))
                .toList();
    }

    void end(Pod pod, int exitCode) {
        var terminated = ContainerStateTerminatedBuilder.builder()
                .exitCode(exitCode)
                .finishedAt(now)
                .build();
        var status = ContainerStatusBuilder.builder()
                .name("main")
                .state(ContainerStateBuilder.builder().terminated(terminated).build())
                .build();
        var phase = exitCode == 0 ? Pod.Phase.SUCCEEDED : Pod.Phase.FAILED;
        replace(pod, pod.withStatus(pod.status().withPhase(phase).withContainerStatuses(List.of(status))));
    }

    List<String> conditions() {
        return job.status().conditions().stream()
                .map(c -> c.type() + "=" + c.status() + " " + c.reason() + ": " + c.message())
                .toList();
    }
}
