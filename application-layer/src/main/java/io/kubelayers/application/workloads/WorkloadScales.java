package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.core.ScaleBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.server.ScaleRules;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How workloads show themselves as a Scale, which autoscalers and {@code kubectl scale} work on. */
public final class WorkloadScales {
    private WorkloadScales() {}

    /** The rules of every kind that scales. */
    public static List<ScaleRules<?>> all() {
        return List.of(
                rule(
                        Deployment.class,
                        d -> scale(
                                d.spec().replicas(),
                                d.status().replicas(),
                                Selector.of(d.spec().selector())),
                        (d, n) -> d.withSpec(d.spec().withReplicas(n))),
                rule(
                        ReplicaSet.class,
                        r -> scale(
                                r.spec().replicas(),
                                r.status().replicas(),
                                Selector.of(r.spec().selector())),
                        (r, n) -> r.withSpec(r.spec().withReplicas(n))),
                rule(
                        StatefulSet.class,
                        s -> scale(
                                s.spec().replicas(),
                                s.status().replicas(),
                                Selector.of(s.spec().selector())),
                        (s, n) -> s.withSpec(s.spec().withReplicas(n))),
                rule(
                        ReplicationController.class,
                        c -> scale(
                                c.spec().replicas(),
                                c.status().replicas(),
                                Selector.ofLabels(c.spec().selector())),
                        (c, n) -> c.withSpec(c.spec().withReplicas(n))));
    }

    private static Scale scale(@Nullable Integer wanted, int present, Selector selector) {
        return ScaleBuilder.builder()
                .spec(new Scale.Spec(wanted == null ? 1 : wanted))
                .status(new Scale.Status(present, selector.toString()))
                .build();
    }

    private static <T extends KubernetesObject> ScaleRules<T> rule(
            Class<T> kind, Function<T, Scale> read, BiFunction<T, Integer, T> write) {
        return new ScaleRules<>() {
            @Override
            public Class<T> type() {
                return kind;
            }

            @Override
            public Scale read(T object) {
                return read.apply(object);
            }

            @Override
            public T withReplicas(T object, int replicas) {
                return write.apply(object, replicas);
            }
        };
    }
}
