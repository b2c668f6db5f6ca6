package io.kubelayers.application.discovery;

import io.kubelayers.application.workloads.PodAvailability;
import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the things happened that change a Service's endpoints: it was created, its pods became ready or stopped being so.
 * The annotation {@code endpoints.kubernetes.io/last-change-trigger-time} tells the earliest that is new, from which it is
 * seen how long a change takes to reach the proxies.
 *
 * <p>Upstream source: {@code staging/src/k8s.io/endpointslice/trigger_time_tracker.go}.
 *
 * @param service when the Service was created
 * @param pods when each pod became ready or unready, by name
 */
record TriggerTimes(Instant service, Map<String, Instant> pods) {
    static final String ANNOTATION = "endpoints.kubernetes.io/last-change-trigger-time";

    /** As things are. */
    static TriggerTimes of(Service service, List<Pod> pods) {
        var times = new TreeMap<String, Instant>();
        for (var pod : pods) {
            var ready = PodAvailability.condition(pod, PodConditionType.READY);
            if (ready != null && ready.lastTransitionTime() != null) {
                times.put(pod.metadata().nameOrEmpty(), ready.lastTransitionTime());
            }
        }
        var created = service.metadata().creationTimestamp();
        return new TriggerTimes(Objects.requireNonNullElse(created, Instant.EPOCH), times);
    }

    /** The earliest time that was not there before; of a Service that was not known its creation; null if none is new. */
    @Nullable
    Instant since(@Nullable TriggerTimes before) {
        if (before == null) {
            return service;
        }
        Instant earliest = service.isAfter(before.service) ? service : null;
        for (var pod : pods.entrySet()) {
            var known = before.pods.get(pod.getKey());
            var time = pod.getValue();
            if ((known == null || time.isAfter(known)) && (earliest == null || time.isBefore(earliest))) {
                earliest = time;
            }
        }
        return earliest;
    }

    /** The same by what a controller remembers, which is brought up to date. */
    static @Nullable Instant since(Memory memory, Service service, List<Pod> pods) {
        var key = key(service.metadata().namespaceOrEmpty(), service.metadata().nameOrEmpty());
        var now = of(service, pods);
        var trigger = now.since(memory.get(key, TriggerTimes.class).orElse(null));
        memory.put(key, now);
        return trigger;
    }

    static void forget(Memory memory, String namespace, String name) {
        memory.forget(key(namespace, name));
    }

    private static String key(String namespace, String name) {
        return "trigger/" + namespace + "/" + name;
    }

    /** The metadata with the annotation, or without it if there is no time. */
    static ObjectMeta noted(ObjectMeta metadata, @Nullable Instant time) {
        var annotations = new TreeMap<>(metadata.annotations());
        if (time == null) {
            annotations.remove(ANNOTATION);
        } else {
            annotations.put(ANNOTATION, time.toString());
        }
        return annotations.equals(metadata.annotations()) ? metadata : metadata.withAnnotations(annotations);
    }
}
