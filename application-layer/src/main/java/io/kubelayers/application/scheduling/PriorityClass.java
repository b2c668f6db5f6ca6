package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Gives a name to a pod priority.
 *
 * @param metadata the usual object metadata
 * @param value Priority number, higher goes first; user classes up to 1000000000, cannot change.
 * @param globalDefault True for the one class that pods without a class get.
 * @param description Readable note on when to use the class.
 * @param preemptionPolicy PreemptLowerPriority may evict lesser pods, Never may not; null means the former. Cannot
 *     change.
 */
@Kind(
        group = "scheduling.k8s.io",
        version = "v1",
        plural = "priorityclasses",
        scope = Scope.CLUSTER,
        shortNames = "pc",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Value", type = "integer"),
            @Column(name = "Global-Default", type = "boolean"),
            @Column(name = "Age"),
            @Column(name = "PreemptionPolicy")
        })
@RecordBuilder
public record PriorityClass(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) int value,
        @Pb(3) boolean globalDefault,
        @Pb(4) @Nullable String description,
        @EnumValues(PreemptionPolicy.class) @Pb(5) @Nullable String preemptionPolicy)
        implements KubernetesObject, PriorityClassBuilder.With {
    public PriorityClass {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        description = Absent.optional(description);
    }

    @Override
    public PriorityClass withMetadata(ObjectMeta metadata) {
        return PriorityClassBuilder.With.super.withMetadata(metadata);
    }
}
