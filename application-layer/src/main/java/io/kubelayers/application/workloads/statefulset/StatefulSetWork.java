package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The work sheet of one {@link StatefulSetDecision}. */
final class StatefulSetWork {
    private static final String CODE = "StatefulSet";

    private final StatefulSet set;
    private final List<Pod> owned;
    private final StatefulClaims claims;
    private final List<ControllerRevision> history;
    private final Instant now;
    private final boolean ordered;
    private final List<StatefulSetAction> actions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final ControllerRevision current;
    private final ControllerRevision update;
    private int replaced;

    StatefulSetWork(
            StatefulSet set,
            List<Pod> owned,
            List<PersistentVolumeClaim> claims,
            List<ControllerRevision> history,
            Instant now) {
        this.set = set;
        this.owned = owned;
        this.claims = new StatefulClaims(set, claims, actions);
        this.history = history;
        this.now = now;
        this.ordered =
                !StatefulSet.PodManagementPolicyType.PARALLEL.equals(set.spec().podManagementPolicy());
        this.update = updateRevision();
        this.current = history.stream()
                .filter(revision ->
                        revision.metadata().nameOrEmpty().equals(set.status().currentRevision()))
                .findFirst()
                .orElse(update);
    }

    private ControllerRevision updateRevision() {
        var reference = ControllerRef.to("apps/v1", "StatefulSet", set.metadata());
        var sync = TemplateRevisions.sync(
                set.metadata(),
                reference,
                set.spec().template(),
                history,
                TemplateRevisions.HASH_LABEL,
                set.status().collisionCount());
        switch (sync.change()) {
            case CREATE -> actions.add(new StatefulSetAction.CreateRevision(sync.revision()));
            case RENUMBER -> actions.add(new StatefulSetAction.UpdateRevision(sync.revision()));
            case NONE -> {}
        }
        return sync.revision();
    }

    StatefulSetDecision decide() {
        var places = new TreeMap<Integer, Place>();
        var condemned = new ArrayList<Place>();
        int start = set.spec().ordinals() == null ? 0 : set.spec().ordinals().start();
        int end = start + StatefulSetDecision.replicas(set);
        for (var pod : owned) {
            int ordinal = StatefulPod.ordinal(set, pod.metadata().nameOrEmpty());
            if (ordinal >= start && ordinal < end) {
                places.put(ordinal, new Place(ordinal, pod, true));
            } else if (ordinal >= 0) {
                condemned.add(new Place(ordinal, pod, true));
            }
        }
        for (int ordinal = start; ordinal < end; ordinal++) {
            places.computeIfAbsent(ordinal, missing -> new Place(missing, newPod(missing, start), false));
        }
        condemned.sort(Comparator.comparingInt(Place::ordinal).reversed());
        var message = set.metadata().deletionTimestamp() != null
                ? "is being deleted: no change"
                : step(List.copyOf(places.values()), condemned);
        forgetRevisions();
        var status = status();
        var root = Finding.note(CODE, "statefulset/" + set.metadata().nameOrEmpty(), message)
                .input("replicas", StatefulSetDecision.replicas(set))
                .input("ready", status.readyReplicas())
                .input("updated", status.updatedReplicas())
                .because(findings);
        return new StatefulSetDecision(actions, status, nextCheck(), root);
    }

    /** Below the partition, or below the pods not yet updated, a pod comes back as it was. */
    private Pod newPod(int ordinal, int start) {
        var rolling = set.spec().updateStrategy().rollingUpdate();
        int keep = rolling == null
                ? set.status().currentReplicas()
                : rolling.partition() == null ? 0 : rolling.partition();
        boolean old = isRollingUpdate() && ordinal < start + keep;
        var revision = old ? current : update;
        return StatefulPod.of(
                set, TemplateRevisions.template(revision), revision.metadata().nameOrEmpty(), ordinal);
    }

    private boolean isRollingUpdate() {
        return !StatefulSet.UpdateStrategyType.ON_DELETE.equals(
                set.spec().updateStrategy().type());
    }

    /** Takes the steps until one must be waited for; says what is done, or what is waited for. */
    private String step(List<Place> places, List<Place> condemned) {
        for (var place : places) {
            var wait = raise(place);
            if (wait != null && ordered) {
                return wait;
            }
        }
        condemned.forEach(place -> claims.fix(place, true));
        var unhealthy = firstUnhealthy(places, condemned);
        for (var place : condemned) {
            var wait = lower(place, unhealthy);
            if (wait != null && ordered) {
                return wait;
            }
        }
        return isRollingUpdate() ? replaceOldPods(places) : summary("follows its spec; pods are replaced when deleted");
    }

    /** Makes sure a wanted pod is there and well; null if the next one may be looked at. */
    private @Nullable String raise(Place place) {
        if (place.hasEnded()) {
            if (!place.isTerminating()) {
                actions.add(new StatefulSetAction.DeletePod(place.pod()));
            }
            return waiting(place, "has ended and is deleted, to be made anew");
        }
        if (!place.exists()) {
            if (claims.areStale(place)) {
                return waiting(place, "has claims of an earlier pod, which have to go first");
            }
            claims.create(place);
            actions.add(new StatefulSetAction.CreatePod(place.pod()));
            findings.add(Finding.pass(CODE, "pod/" + place.name(), "is missing and is created"));
            return ordered ? "creates pod " + place.name() : null;
        }
        if (place.isPending()) {
            claims.create(place);
        }
        if (ordered && place.isTerminating()) {
            return waiting(place, "is terminating");
        }
        if (ordered && !place.isRunningAndReady()) {
            return waiting(place, "is not running and ready");
        }
        if (ordered && !place.isRunningAndAvailable(set.spec().minReadySeconds(), now)) {
            return waiting(place, "is not available yet");
        }
        if (!StatefulPod.hasIdentity(set, place.pod())) {
            var restored = StatefulPod.withIdentity(set, place.pod())
                    .withSpec(place.pod().spec());
            actions.add(new StatefulSetAction.UpdatePod(restored));
        }
        claims.fix(place, false);
        return null;
    }

    /** Lets a surplus pod go; null if the next one may be looked at. */
    private @Nullable String lower(Place place, @Nullable Place firstUnhealthy) {
        if (place.isTerminating()) {
            return ordered ? waiting(place, "is terminating, before the next one goes") : null;
        }
        boolean isFirst = firstUnhealthy != null && firstUnhealthy.equals(place);
        if (ordered && !isFirst && !place.isRunningAndAvailable(set.spec().minReadySeconds(), now)) {
            return waiting(place, "must be running, ready and available before it goes");
        }
        actions.add(new StatefulSetAction.DeletePod(place.pod()));
        findings.add(Finding.pass(CODE, "pod/" + place.name(), "is beyond the wanted number and goes"));
        return ordered ? "deletes pod " + place.name() : null;
    }

    private static @Nullable Place firstUnhealthy(List<Place> places, List<Place> condemned) {
        for (var place : places) {
            if (!place.isHealthy()) {
                return place;
            }
        }
        for (int i = condemned.size() - 1; i >= 0; i--) {
            if (!condemned.get(i).isHealthy()) {
                return condemned.get(i);
            }
        }
        return null;
    }

    private String replaceOldPods(List<Place> places) {
        var rolling = set.spec().updateStrategy().rollingUpdate();
        int partition = rolling == null || rolling.partition() == null ? 0 : rolling.partition();
        int allowed = maxUnavailable(rolling == null ? null : rolling.maxUnavailable());
        int unavailable = 0;
        for (var place : places) {
            if (place.isTerminating() || !place.isRunningAndAvailable(set.spec().minReadySeconds(), now)) {
                unavailable++;
            }
        }
        for (int i = places.size() - 1; i >= partition; i--) {
            var place = places.get(i);
            boolean isOld = place.exists()
                    && !StatefulPod.revision(place.pod())
                            .equals(update.metadata().nameOrEmpty());
            if (!isOld || place.isTerminating()) {
                continue;
            }
            boolean lost = !place.isRunningAndAvailable(set.spec().minReadySeconds(), now);
            if (!lost && unavailable >= allowed) {
                return waiting(place, "keeps its old revision until fewer than " + allowed + " pods are unavailable");
            }
            unavailable += lost ? 0 : 1;
            replaced++;
            actions.add(new StatefulSetAction.DeletePod(place.pod()));
            findings.add(Finding.pass(CODE, "pod/" + place.name(), "has an old revision and is replaced")
                    .input("revision", StatefulPod.revision(place.pod()))
                    .input("new revision", update.metadata().nameOrEmpty()));
        }
        return summary("all pods are as they should be");
    }

    /** Pods that may be down during an update: 1 if not said, and never less. */
    private int maxUnavailable(@Nullable IntOrString setting) {
        return setting == null ? 1 : (int) Math.max(1, setting.scaled(StatefulSetDecision.replicas(set), false));
    }

    private String waiting(Place place, String why) {
        findings.add(Finding.fail(CODE, "pod/" + place.name(), why));
        return "waits: pod " + place.name() + " " + why;
    }

    private String summary(String otherwise) {
        return actions.isEmpty() ? otherwise : "takes " + actions.size() + " steps";
    }

    private void forgetRevisions() {
        Set<String> used = new HashSet<>();
        used.add(current.metadata().nameOrEmpty());
        used.add(update.metadata().nameOrEmpty());
        owned.forEach(pod -> used.add(StatefulPod.revision(pod)));
        var limit = set.spec().revisionHistoryLimit();
        for (var revision : TemplateRevisions.surplus(history, used, limit == null ? 10 : limit)) {
            actions.add(new StatefulSetAction.DeleteRevision(revision));
        }
    }

    private StatefulSet.Status status() {
        int replicas = 0;
        int ready = 0;
        int available = 0;
        int onCurrent = -replaced;
        int onUpdate = 0;
        for (var pod : owned) {
            var place = new Place(0, pod, true);
            replicas++;
            ready += place.isRunningAndReady() ? 1 : 0;
            available += place.isRunningAndAvailable(set.spec().minReadySeconds(), now) ? 1 : 0;
            if (!place.isTerminating()) {
                onCurrent += StatefulPod.revision(pod).equals(current.metadata().nameOrEmpty()) ? 1 : 0;
                onUpdate += StatefulPod.revision(pod).equals(update.metadata().nameOrEmpty()) ? 1 : 0;
            }
        }
        int wanted = StatefulSetDecision.replicas(set);
        boolean complete = isRollingUpdate() && onUpdate == wanted && ready == wanted && replicas == wanted;
        return new StatefulSet.Status(
                set.metadata().generation(),
                replicas,
                ready,
                complete ? onUpdate : Math.max(0, onCurrent),
                onUpdate,
                (complete ? update : current).metadata().name(),
                update.metadata().name(),
                set.status().collisionCount() == null
                        ? Integer.valueOf(0)
                        : set.status().collisionCount(),
                set.status().conditions(),
                available);
    }

    private @Nullable Duration nextCheck() {
        Duration next = null;
        for (var pod : owned) {
            var wait = PodAvailability.untilAvailable(pod, set.spec().minReadySeconds(), now);
            if (wait != null && (next == null || wait.compareTo(next) < 0)) {
                next = wait;
            }
        }
        return next;
    }
}
