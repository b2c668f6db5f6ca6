package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A request that assigns a pod to a node, sent by schedulers to the pod's binding subresource.
 *
 * @param metadata the usual object metadata
 * @param target Node to assign, with kind Node or empty.
 */
@Kind(version = "v1", plural = "bindings", verbs = "create")
@RecordBuilder
public record Binding(@Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) ObjectReference target)
        implements KubernetesObject, BindingBuilder.With {
    public Binding {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        target = Absent.or(target, ObjectReference.EMPTY);
    }

    @Override
    public Binding withMetadata(ObjectMeta metadata) {
        return BindingBuilder.With.super.withMetadata(metadata);
    }
}
