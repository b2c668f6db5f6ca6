package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a claim that has no volume yet gets: the smallest free volume that fits, a new one from its class, or nothing for
 * now (pkg/controller/volume/persistentvolume, {@code findBestMatchForClaim} and {@code provisionClaim}).
 *
 * @param outcome what is to be done
 * @param volume the volume to bind; null unless the outcome is BIND
 * @param finding why
 */
public record ClaimBinding(Outcome outcome, @Nullable PersistentVolume volume, Finding finding) implements Explained {
    /** What is to be done with a claim. */
    public enum Outcome {
        BIND,
        PROVISION,
        WAIT
    }

    /**
     * Decides.
     *
     * @param claim a claim that is not bound
     * @param volumes all volumes there are
     * @param storageClass the class the claim names or gets by default; null if there is none
     * @param consumed whether a pod that uses the claim has been given a node
     */
    public static ClaimBinding of(
            PersistentVolumeClaim claim,
            List<PersistentVolume> volumes,
            @Nullable StorageClass storageClass,
            boolean consumed) {
        var subject = "claim/" + claim.metadata().nameOrEmpty();
        boolean waits = storageClass != null
                && StorageClass.VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER.equals(storageClass.volumeBindingMode())
                && !consumed;
        var best = best(claim, volumes, waits);
        if (best != null) {
            var name = best.metadata().nameOrEmpty();
            return new ClaimBinding(
                    Outcome.BIND, best, Finding.pass("ClaimBinding", subject, "volume " + name + " fits"));
        }
        if (waits) {
            return waiting(subject, "waiting for first consumer to be created before binding");
        }
        if (storageClass == null || storageClass.provisioner().equals("kubernetes.io/no-provisioner")) {
            return waiting(subject, "no persistent volumes available for this claim and no storage class is set");
        }
        return new ClaimBinding(
                Outcome.PROVISION,
                null,
                Finding.pass(
                        "ClaimBinding",
                        subject,
                        "class " + storageClass.metadata().nameOrEmpty() + " provisions a volume"));
    }

    private static ClaimBinding waiting(String subject, String why) {
        return new ClaimBinding(Outcome.WAIT, null, Finding.fail("ClaimBinding", subject, why));
    }

    /** @param reservedOnly take no volume but one that names the claim: the scheduler chooses among the others */
    private static @Nullable PersistentVolume best(
            PersistentVolumeClaim claim, List<PersistentVolume> volumes, boolean reservedOnly) {
        PersistentVolume best = null;
        for (var volume : volumes) {
            if (isReserved(volume, claim)) {
                return volume;
            }
            if (!reservedOnly
                    && fits(claim, volume)
                    && (best == null || capacity(volume).compareTo(capacity(best)) < 0)) {
                best = volume;
            }
        }
        return best;
    }

    /** A volume that names the claim is meant for it, whatever else would fit. */
    private static boolean isReserved(PersistentVolume volume, PersistentVolumeClaim claim) {
        var reference = volume.spec().claimRef();
        return reference != null
                && Objects.equals(reference.name(), claim.metadata().name())
                && Objects.equals(reference.namespace(), claim.metadata().namespace())
                && (reference.uid() == null
                        || reference.uid().equals(claim.metadata().uid()));
    }

    private static boolean fits(PersistentVolumeClaim claim, PersistentVolume volume) {
        var wanted = claim.spec();
        var offered = volume.spec();
        return offered.claimRef() == null
                && !volume.metadata().isBeingDeleted()
                && (wanted.volumeName() == null
                        || wanted.volumeName().equals(volume.metadata().name()))
                && Objects.equals(text(ClaimClass.of(claim)), text(offered.storageClassName()))
                && Objects.equals(mode(wanted.volumeMode()), mode(offered.volumeMode()))
                && offered.accessModes().containsAll(wanted.accessModes())
                && capacity(volume).compareTo(request(claim)) >= 0
                && (wanted.selector() == null
                        || Selector.of(wanted.selector())
                                .matches(volume.metadata().labels()));
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static String mode(@Nullable String mode) {
        return mode == null ? "Filesystem" : mode;
    }

    private static Quantity capacity(PersistentVolume volume) {
        return volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    static Quantity request(PersistentVolumeClaim claim) {
        return claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
    }

    @Override
    public String explain() {
        return finding.message();
    }
}
