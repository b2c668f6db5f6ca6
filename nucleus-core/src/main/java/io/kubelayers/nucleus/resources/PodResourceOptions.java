package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * What to take into account when the resources of a pod are added up. Start from {@link #DECLARED} or
 * {@link #IN_FORCE}.
 *
 * <p>Upstream: {@code PodResourcesOptions} in {@code component-helpers/resource/helpers.go}.
 *
 * @param useStatusResources count what the node has granted and put in force too, so that a pod being resized holds the
 *     greater of old and new (feature InPlacePodVerticalScaling, on since 1.33)
 * @param inPlacePodLevelResources the same for resources of the pod as a whole (feature
 *     InPlacePodLevelResourcesVerticalScaling, off in 1.35)
 * @param excludeOverhead leave out what the runtime itself needs
 * @param skipPodLevelResources leave out the resources of the pod as a whole, so that only its containers count
 * @param skipContainerLevelResources leave out the containers, so that only the pod as a whole counts
 * @param nonMissingContainerRequests amounts to assume for containers that request none of these resources
 */
@RecordBuilder
public record PodResourceOptions(
        boolean useStatusResources,
        boolean inPlacePodLevelResources,
        boolean excludeOverhead,
        boolean skipPodLevelResources,
        boolean skipContainerLevelResources,
        Map<String, Quantity> nonMissingContainerRequests)
        implements PodResourceOptionsBuilder.With {

    /** What the specification says, for example of a pod that is about to be created. */
    public static final PodResourceOptions DECLARED =
            new PodResourceOptions(false, false, false, false, false, Map.of());

    /** What the pod really holds, as the scheduler and quota count it with the features of 1.35 at their defaults. */
    public static final PodResourceOptions IN_FORCE =
            new PodResourceOptions(true, false, false, false, false, Map.of());

    public PodResourceOptions {
        nonMissingContainerRequests = Absent.map(nonMissingContainerRequests);
    }
}
