package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.util.List;

/**
 * How the delayed claims of a pod get volumes if it runs on a certain node, or why they don't. Upstream:
 * {@code PodVolumes} and {@code ConflictReasons} of {@code binder.go}.
 *
 * @param matches volumes that are there
 * @param provisions claims for which volumes are to be made
 * @param conflicts why not, in upstream's words and order; empty if all is well
 */
record VolumePlan(List<Match> matches, List<PersistentVolumeClaim> provisions, List<String> conflicts) {
    static final VolumePlan NOTHING_TO_DO = new VolumePlan(List.of(), List.of(), List.of());

    /** A claim and the volume chosen for it. */
    record Match(PersistentVolumeClaim claim, PersistentVolume volume) {}

    static VolumePlan conflicting(String... reasons) {
        return new VolumePlan(List.of(), List.of(), List.of(reasons));
    }

    boolean isNothingToDo() {
        return matches.isEmpty() && provisions.isEmpty();
    }
}
