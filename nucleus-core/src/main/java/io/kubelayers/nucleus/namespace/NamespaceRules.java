package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.List;
import java.util.TreeMap;

/**
 * What a Namespace does beyond the ordinary: it is born Active with the finalizer {@code kubernetes}, labelled with its
 * own name, and a deleted one stays, Terminating, until its content is gone (registry/core/namespace/strategy.go).
 */
public final class NamespaceRules implements KindRules<Namespace> {
    /** Label that every namespace carries, with its name as value. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    @Override
    public Class<Namespace> type() {
        return Namespace.class;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.DNS_LABEL;
    }

    @Override
    public Namespace defaulted(Namespace namespace) {
        var name = namespace.metadata().name();
        if (name == null || name.equals(namespace.metadata().labels().get(NAME_LABEL))) {
            return namespace;
        }
        var labels = new TreeMap<>(namespace.metadata().labels());
        labels.put(NAME_LABEL, name);
        return namespace.withMetadata(namespace.metadata().withLabels(labels));
    }

    @Override
    public Namespace prepareForCreate(Namespace namespace) {
        var finalizers = namespace.spec().finalizers().contains(NamespaceLifecycle.FINALIZER)
                ? namespace.spec()
                : namespace.spec().withFinalizers(List.of(NamespaceLifecycle.FINALIZER));
        return namespace.withSpec(finalizers).withStatus(namespace.status().withPhase(Namespace.Phase.ACTIVE));
    }

    /** Finalizers of the spec change through the finalize subresource alone. */
    @Override
    public Namespace prepareForUpdate(Namespace namespace, Namespace old) {
        return namespace.withSpec(namespace.spec().withFinalizers(old.spec().finalizers()));
    }

    @Override
    public Namespace prepareForDelete(Namespace namespace) {
        return namespace.withStatus(namespace.status().withPhase(Namespace.Phase.TERMINATING));
    }

    @Override
    public boolean mayBeRemoved(Namespace namespace) {
        return namespace.spec().finalizers().isEmpty();
    }
}
