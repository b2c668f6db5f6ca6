package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What a Namespace does beyond the ordinary: it is born Active with the finalizer {@code kubernetes}, labelled with its
 * own name, and a deleted one stays, Terminating, until its content is gone (registry/core/namespace/strategy.go).
 */
public final class NamespaceRules implements KindRules<Namespace> {
    /** Label that every namespace carries, with its name as value. */
    public static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private static final FieldPath FINALIZERS = FieldPath.of("spec", "finalizers");

    @Override
    public Class<Namespace> type() {
        return Namespace.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
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
        var finalizers = new ArrayList<>(namespace.spec().finalizers());
        if (!finalizers.contains(NamespaceLifecycle.FINALIZER)) {
            finalizers.add(NamespaceLifecycle.FINALIZER);
        }
        return namespace
                .withSpec(namespace.spec().withFinalizers(finalizers))
                .withStatus(namespace.status().withPhase(Namespace.Phase.ACTIVE));
    }

    /** Finalizers of the spec change through the finalize subresource alone. */
    @Override
    public Namespace prepareForUpdate(Namespace namespace, Namespace old) {
        return namespace.withSpec(namespace.spec().withFinalizers(old.spec().finalizers()));
    }

    /** Through {@code finalize} the finalizers of the spec change, beside metadata. */
    @Override
    public Namespace prepareForSubresourceUpdate(Namespace namespace, Namespace old, String subresource, Instant now) {
        return namespace.withStatus(old.status());
    }

    @Override
    public List<FieldError> validateSubresourceUpdate(Namespace namespace, Namespace old, String subresource) {
        var errors = new ArrayList<FieldError>();
        var finalizers = namespace.spec().finalizers();
        for (int i = 0; i < finalizers.size(); i++) {
            finalizer(FINALIZERS.index(i), finalizers.get(i), errors);
        }
        return errors;
    }

    @Override
    public boolean isMarkedFirst() {
        return true;
    }

    @Override
    public Namespace prepareForDelete(Namespace namespace) {
        return namespace.withStatus(namespace.status().withPhase(Namespace.Phase.TERMINATING));
    }

    @Override
    public boolean mayBeRemoved(Namespace namespace) {
        return namespace.spec().finalizers().isEmpty();
    }

    @Override
    public List<FieldError> validate(Namespace namespace) {
        var errors = new ArrayList<FieldError>();
        for (var finalizer : namespace.spec().finalizers()) {
            finalizer(FINALIZERS, finalizer, errors);
        }
        return errors;
    }

    private static void finalizer(FieldPath path, String finalizer, List<FieldError> errors) {
        errors.addAll(MetaRules.finalizerName(path, finalizer));
        MetaRules.standardFinalizer(path, finalizer, errors);
    }

    /** Of an update upstream looks at the metadata alone: the rest can't change. */
    @Override
    public List<FieldError> validateUpdate(Namespace namespace, Namespace old) {
        return List.of();
    }

    @Override
    public List<FieldError> validateStatusUpdate(Namespace namespace, Namespace old) {
        var phase = namespace.status().phase() == null ? "" : namespace.status().phase();
        boolean deleted = namespace.metadata().isBeingDeleted();
        if (phase.equals(deleted ? Namespace.Phase.TERMINATING : Namespace.Phase.ACTIVE)) {
            return List.of();
        }
        return List.of(FieldError.invalid(
                FieldPath.of("status", "Phase"),
                phase,
                deleted
                        ? "may only be 'Terminating' if `deletionTimestamp` is not empty"
                        : "may only be 'Active' if `deletionTimestamp` is empty"));
    }
}
