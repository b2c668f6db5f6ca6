package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.StorageClasses.ClassOfStorage;
import io.kubelayers.application.scheduling.framework.StorageClasses.FreeSpace;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.storage.CSIDriver;

/**
 * Whether a volume can be made for a claim where a node reaches it. Upstream: {@code checkVolumeProvisions} and
 * {@code hasEnoughCapacity} of {@code binder.go}.
 */
final class Provisioning {
    /** What came of the question. */
    enum Answer {
        POSSIBLE,
        /** The class makes no volumes, or none there. */
        NOT_THERE,
        NO_SPACE
    }

    private static final String NOBODY = "kubernetes.io/no-provisioner";

    private final ClusterObjects objects;

    Provisioning(ClusterObjects objects) {
        this.objects = objects;
    }

    /** @throws PluginException if the claim's class is not there */
    Answer of(PersistentVolumeClaim claim, Node node) {
        var className = Claims.classOf(claim);
        if (className.isEmpty()) {
            throw new PluginException("no class for claim \"" + Claims.key(claim) + '"');
        }
        var storageClass = objects.storageClasses()
                .find(className)
                .orElseThrow(() -> new PluginException("failed to find storage class \"" + className + '"'));
        var provisioner = storageClass.provisioner();
        if (provisioner.isEmpty() || provisioner.equals(NOBODY) || !isAllowed(storageClass, node)) {
            return Answer.NOT_THERE;
        }
        return hasSpace(storageClass, claim, node) ? Answer.POSSIBLE : Answer.NO_SPACE;
    }

    private static boolean isAllowed(ClassOfStorage storageClass, Node node) {
        if (storageClass.allowedTopologies().isEmpty()) {
            return true;
        }
        for (var term : storageClass.allowedTopologies()) {
            if (matches(term, node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(TopologySelectorTerm term, Node node) {
        if (term.matchLabelExpressions().isEmpty()) {
            return false;
        }
        for (var requirement : term.matchLabelExpressions()) {
            var label = node.metadata().labels().get(requirement.key());
            if (label == null || !requirement.values().contains(label)) {
                return false;
            }
        }
        return true;
    }

    /** Only of drivers that report their free space anything is known. */
    private boolean hasSpace(ClassOfStorage storageClass, PersistentVolumeClaim claim, Node node) {
        if (!claim.spec().resources().requests().containsKey("storage")) {
            return true;
        }
        var driver = objects.find(CSIDriver.class, "", storageClass.provisioner());
        if (driver.isEmpty() || !Boolean.TRUE.equals(driver.get().spec().storageCapacity())) {
            return true;
        }
        long size = Claims.request(claim).value();
        for (var space : objects.storageClasses().freeSpace(storageClass.name())) {
            if (space.largestVolume() != null && space.largestVolume().value() >= size && reaches(node, space)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reaches(Node node, FreeSpace space) {
        return space.nodes() != null
                && Selector.of(space.nodes()).matches(node.metadata().labels());
    }
}
