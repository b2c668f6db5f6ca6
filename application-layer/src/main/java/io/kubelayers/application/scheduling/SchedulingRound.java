package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.preemption.DefaultPreemption;
import io.kubelayers.nucleus.runtime.Runtime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries pods until none is ready: those that find a node are bound at once or wait for permission, the others go back to
 * the queue with what they lack written on them. Upstream: {@code ScheduleOne} of {@code schedule_one.go}, again and
 * again.
 */
final class SchedulingRound {
    private static final ClusterEvent LEFT =
            new ClusterEvent(ClusterEvent.Resource.ASSIGNED_POD, ClusterEvent.Action.DELETE);

    private final Map<String, ProfileInCluster> profiles;
    private final ClusterObjects objects;
    private final Runtime runtime;
    private final SchedulerMetrics metrics;
    private final Instant now;
    private SchedulerState state;

    SchedulingRound(
            Map<String, ProfileInCluster> profiles,
            ClusterObjects objects,
            Runtime runtime,
            SchedulerMetrics metrics,
            Instant now,
            SchedulerState state) {
        this.profiles = profiles;
        this.objects = objects;
        this.runtime = runtime;
        this.metrics = metrics;
        this.now = now;
        this.state = state;
    }

    /** What is known by now. */
    SchedulerState state() {
        return state;
    }

    /** @throws io.kubelayers.nucleus.errors.ApiException if the API refuses to write what came of an attempt */
    void run() {
        forgetThoseThatAreGone();
        goOnBinding();
        askForPermission();
        for (var pod = pop(); pod.isPresent(); pod = pop()) {
            attempt(pod.get());
            askForPermission();
        }
    }

    private Optional<PodInfo> pop() {
        var news = newsOfSort();
        var queue = news.isEmpty() ? state.queue() : state.queue().sortedAnew();
        var popped = queue.pop(now);
        state = state.withQueue(popped.queue());
        var pod = popped.pod().map(queued -> queued.pod());
        pod.ifPresent(first -> news.forEach(text -> profile(first).report().warn(first.pod(), text)));
        return pod;
    }

    /** What went wrong with the order of the queue since it was last asked for. */
    private List<String> newsOfSort() {
        var news = new ArrayList<String>();
        profiles.values().forEach(profile -> profile.newsOfSort().ifPresent(news::add));
        return news;
    }

    private void attempt(PodInfo pod) {
        if (pod.isTerminating()) {
            profile(pod).report().warn(pod.pod(), "skip schedule deleting pod: " + pod.key());
            state = state.withQueue(state.queue().delete(pod.key()));
            return;
        }
        var begun = runtime.now();
        var random = runtime.random();
        var cycle = new SchedulingCycle(profile(pod).framework());
        var snapshot = state.snapshot();
        int start = state.nextStart();
        var attempt = profile(pod)
                .guard()
                .run(
                        () -> cycle.run(pod, snapshot, objects, start, random),
                        late -> SchedulingCycle.failed(pod, snapshot, start, late));
        metrics.decided(Duration.between(begun, runtime.now()));
        state = state.withNextStart(attempt.nextStart());
        var assumed = attempt.assumed();
        if (assumed == null) {
            attempt.state().takeSentBack().forEach(this::sendBack);
            putBack(attempt.placement(), begun);
            return;
        }
        state = state.withSnapshot(state.snapshot().with(assumed))
                .withAssumed(state.assumed().plus(pod.key()));
        activate(attempt);
        if (attempt.waits().isEmpty()) {
            bind(attempt, begun, Optional.empty());
        } else {
            state = state.withWaiting(state.waiting().plus(attempt, now));
            expect(attempt);
        }
    }

    /** Gives back what was reserved for pods that went, or got a node from somebody else, while they waited to be bound. */
    private void forgetThoseThatAreGone() {
        state = state.withWaiting(stillThere(state.waiting())).withBinding(stillThere(state.binding()));
    }

    private WaitingPods stillThere(WaitingPods pods) {
        var left = pods;
        for (var waiting : List.copyOf(pods.all())) {
            var key = waiting.attempt().placement().pod().key();
            if (!state.assumed().contains(key)) {
                left = left.minus(key);
                giveBack(waiting.attempt());
            }
        }
        return left;
    }

    private void giveBack(Attempt attempt) {
        var cycle = new BindingCycle(profile(attempt).framework());
        profile(attempt)
                .guard()
                .run(() -> cycle.giveUp(attempt, Status.error("the pod is gone")), late -> attempt.placement());
    }

    /** Asks Permit again about pods that wait for it: what they waited for may be there now. */
    private void askForPermission() {
        for (var waiting : List.copyOf(state.waiting().all())) {
            var attempt = waiting.attempt();
            var status = waiting.timeout(now).orElseGet(() -> permission(attempt));
            if (status.isWait()) {
                continue;
            }
            state = state.withWaiting(
                    state.waiting().minus(attempt.placement().pod().key()));
            metrics.waitedForPermit(status.code(), Duration.between(waiting.since(), runtime.now()));
            if (status.isSuccess()) {
                bind(attempt, waiting.since(), Optional.empty());
            } else {
                refuse(waiting, status);
            }
        }
    }

    /** A pod that has a node but waits makes room for a more important one. */
    private void sendBack(String key) {
        var waiting = state.waiting().get(key).or(() -> state.binding().get(key));
        if (waiting.isPresent()) {
            state = state.withWaiting(state.waiting().minus(key))
                    .withBinding(state.binding().minus(key));
            refuse(waiting.get(), Status.unschedulable("preempted").by(DefaultPreemption.NAME));
        }
    }

    private void refuse(WaitingPods.Waiting waiting, Status status) {
        var attempt = waiting.attempt();
        var cycle = new BindingCycle(profile(attempt).framework());
        var refused = profile(attempt)
                .guard()
                .run(() -> cycle.giveUp(attempt, status), late -> SchedulingCycle.refused(attempt.placement(), status));
        giveUp(attempt, refused, waiting.since());
    }

    private Status permission(Attempt attempt) {
        var pod = attempt.assumed();
        if (pod == null || pod.node() == null) {
            return Status.error("a pod without a node waits for permission");
        }
        var node = pod.node();
        var now = CycleState.over(state.snapshot(), objects);
        var profile = profile(attempt);
        return profile.guard()
                .run(() -> profile.framework().runPermit(now, pod, node).status(), Status::error);
    }

    /** Runs PreBind again where others had to finish it: they may have. */
    private void goOnBinding() {
        for (var waiting : List.copyOf(state.binding().all())) {
            var attempt = waiting.attempt();
            var late = waiting.deadlines().entrySet().stream()
                    .filter(deadline -> !deadline.getValue().isAfter(now))
                    .findFirst();
            state = state.withBinding(
                    state.binding().minus(attempt.placement().pod().key()));
            if (late.isPresent()) {
                fail(
                        attempt,
                        "running PreBind plugin \"" + late.get().getKey()
                                + "\": binding volumes: context deadline exceeded",
                        waiting.since());
                continue;
            }
            bind(attempt, waiting.since(), Optional.of(waiting));
        }
    }

    private void bind(Attempt attempt, Instant begun, Optional<WaitingPods.Waiting> since) {
        var pod = attempt.placement().pod();
        var node = attempt.placement().node();
        if (node == null || state.snapshot().node(node) == null) {
            giveBack(attempt);
            fail(attempt, "node \"" + node + "\" not found", begun); // it went while the pod waited
            return;
        }
        var framework = profile(attempt).framework();
        var later = attempt.later(state.snapshot(), objects);
        var bound = runtime.now();
        var status = profile(attempt).guard().run(() -> new BindingCycle(framework).run(later), Status::error);
        if (status.isWait()) {
            var patience = framework.patience(status.plugin());
            if (since.isEmpty()) {
                expect(attempt);
            }
            state = state.withBinding(
                    since.isPresent()
                            ? state.binding().plus(since.get())
                            : state.binding().plus(attempt.waitingFor(status.plugin(), patience), now));
        } else if (status.isSuccess()) {
            count(pod, begun);
            state = state.withQueue(state.queue().delete(pod.key()));
            activate(later);
            profile(attempt).report().scheduled(pod.pod(), attempt.placement(), bound);
            if (!status.reasons().isEmpty()) {
                profile(attempt).report().warn(pod.pod(), status.message());
            }
        } else {
            fail(attempt, status.message(), begun);
        }
    }

    /** Pods that plugins want to be tried since this one has got on. */
    private void activate(Attempt attempt) {
        var pods = attempt.state().takeActivated();
        if (!pods.isEmpty()) {
            state = state.withQueue(state.queue().activate(pods));
        }
    }

    /** Others have to act before the pod is bound: they see where it will go. */
    private void expect(Attempt attempt) {
        var placement = attempt.placement();
        if (placement.node() != null) {
            profile(attempt).report().expected(placement.pod().pod(), placement.node());
        }
    }

    private void count(PodInfo pod, Instant begun) {
        var end = runtime.now();
        var first = state.queue().firstAttempt(pod.key()).orElse(begun);
        metrics.attempted(name(pod), SchedulerMetrics.Result.SCHEDULED, Duration.between(begun, end));
        metrics.scheduled(state.queue().attempts(pod.key()), Duration.between(first, end));
    }

    private void fail(Attempt attempt, String message, Instant begun) {
        giveUp(attempt, SchedulingCycle.refused(attempt.placement(), Status.error(message)), begun);
    }

    /** The pod does not get its node after all; others may. */
    private void giveUp(Attempt attempt, Placement refused, Instant begun) {
        var pod = refused.pod();
        var left = attempt.assumed() == null ? null : attempt.assumed().pod();
        state = state.withSnapshot(state.snapshot().without(pod.key()))
                .withAssumed(state.assumed().minus(pod.key()))
                .withQueue(state.queue().move(LEFT, left, null, now));
        putBack(refused, begun);
    }

    private void putBack(Placement placement, Instant begun) {
        var pod = placement.pod();
        var diagnosis = placement.diagnosis();
        metrics.attempted(
                name(pod),
                placement.outcome() == Placement.Outcome.FAILED
                        ? SchedulerMetrics.Result.ERROR
                        : SchedulerMetrics.Result.UNSCHEDULABLE,
                Duration.between(begun, runtime.now()));
        var preemption = placement.preemption();
        if (preemption != null) {
            metrics.preempting(preemption.victims().pods().size());
        }
        state = state.withQueue(state.queue()
                .putBack(
                        pod.key(),
                        diagnosis == null ? Set.of() : diagnosis.unschedulablePlugins(),
                        diagnosis == null ? Set.of() : diagnosis.pendingPlugins(),
                        now));
        nominate(pod, placement.nominatedNode());
        profile(pod).report().failed(pod.pod(), placement.outcome(), placement.message(), placement.nominatedNode());
    }

    /** Other pods see a nomination at once, before the API tells of it. */
    private void nominate(PodInfo pod, @Nullable String node) {
        if (node != null) {
            var status = pod.pod().status().withNominatedNodeName(node.isEmpty() ? null : node);
            state = state.withSnapshot(state.snapshot().with(pod.pod().withStatus(status)));
        }
    }

    private ProfileInCluster profile(Attempt attempt) {
        return profile(attempt.placement().pod());
    }

    private ProfileInCluster profile(PodInfo pod) {
        var profile = profiles.get(name(pod));
        if (profile == null) {
            throw new IllegalStateException("pod " + pod.key() + " is for the scheduler " + name(pod));
        }
        return profile;
    }

    private static String name(PodInfo pod) {
        var name = pod.spec().schedulerName();
        return name == null ? Profile.DEFAULT_SCHEDULER : name;
    }
}
