package io.kubelayers.nucleus.gc;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What becomes of an object, given what has become of its owners: it lives as long as one owner does
 * (garbagecollector.go, attemptToDeleteItem).
 *
 * @param action what to do with it
 * @param remaining the owner references to keep
 * @param propagation how to delete it, if it is to be deleted
 * @param finding why
 */
record OwnerDecision(Action action, List<OwnerReference> remaining, String propagation, Finding finding)
        implements Explained {
    /** What to do with an object. */
    enum Action {
        /** It has an owner, never had one, or one is of a kind that is not known. */
        KEEP,
        /** Some owners are gone, others are there. */
        FORGET_ABSENT_OWNERS,
        /** No owner is left that wants it. */
        DELETE
    }

    /** What has become of an owner. */
    enum OwnerState {
        /** It is there. */
        PRESENT,
        /** There is none of that name, or another with the same name. */
        ABSENT,
        /** It is being deleted and waits for its dependents to go first. */
        WAITING,
        /** The same, and the dependent has dependents of its own that must go before it. */
        WAITING_FOR_PARENT,
        /** Nobody can tell. */
        UNKNOWN
    }

    static OwnerDecision of(KubernetesObject object, Function<OwnerReference, OwnerState> states) {
        var references = object.metadata().ownerReferences();
        var present = new ArrayList<OwnerReference>();
        var reasons = new ArrayList<Finding>();
        boolean waiting = false;
        boolean deep = false;
        boolean unknown = false;
        for (var reference : references) {
            var state = states.apply(reference);
            reasons.add(Finding.note("gc.owner", reference.kind() + "/" + reference.name(), state.name()));
            switch (state) {
                case PRESENT -> present.add(reference);
                case WAITING -> waiting = true;
                case WAITING_FOR_PARENT -> deep = true;
                case UNKNOWN -> unknown = true;
                case ABSENT -> {}
            }
        }
        if (references.isEmpty() || unknown || present.size() == references.size()) {
            return new OwnerDecision(Action.KEEP, references, "", because("it stays", reasons));
        }
        if (!present.isEmpty()) {
            return new OwnerDecision(
                    Action.FORGET_ABSENT_OWNERS, present, "", because("it stays, some owners are gone", reasons));
        }
        return new OwnerDecision(
                Action.DELETE,
                List.of(),
                propagation(object, deep),
                because(waiting || deep ? "its owner waits for it to go" : "no owner is left", reasons));
    }

    /** In the way that the object itself or its own dependents ask for. */
    private static String propagation(KubernetesObject object, boolean dependentsGoFirst) {
        var finalizers = object.metadata().finalizers();
        if (finalizers.contains(GarbageCollector.ORPHAN)) {
            return DeletionPropagation.ORPHAN;
        }
        return dependentsGoFirst || finalizers.contains(GarbageCollector.FOREGROUND)
                ? DeletionPropagation.FOREGROUND
                : DeletionPropagation.BACKGROUND;
    }

    private static Finding because(String message, List<Finding> reasons) {
        return Finding.note("gc", "", message).because(reasons);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
