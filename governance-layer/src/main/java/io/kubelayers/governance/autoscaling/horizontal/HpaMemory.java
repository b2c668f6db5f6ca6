package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.Request;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the controller remembers of each autoscaler between its looks, kept in the {@link Memory} that forks with the cluster.
 *
 * @param nextLook when the next look is due
 * @param selector selector of the target's pods at the last look; "" before the first
 * @param last the last decision, with the history that the next one needs; null before the first
 */
public record HpaMemory(Instant nextLook, String selector, @Nullable HpaDecision last) {
    /** What a controller's memory holds of an autoscaler, such as its last decision with all reasons. */
    public static Optional<HpaMemory> of(Memory memory, String namespace, String name) {
        return memory.get(key(namespace, name), HpaMemory.class);
    }

    static Optional<HpaMemory> of(Memory memory, Request request) {
        return of(memory, request.namespace(), request.name());
    }

    void remember(Memory memory, Request request) {
        memory.put(key(request.namespace(), request.name()), this);
    }

    static void forget(Memory memory, Request request) {
        memory.forget(key(request.namespace(), request.name()));
    }

    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }

    HpaHistory history() {
        return last == null ? HpaHistory.EMPTY : last.history();
    }
}
