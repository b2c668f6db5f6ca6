package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;

/**
 * Makes the pod that a controller sends to the API server from its template.
 *
 * <p>Labels, annotations and finalizers come from the template; the name is left to the server, which makes it from the
 * owner's name. Upstream source: {@code GetPodFromTemplate} in {@code pkg/controller/controller_utils.go}.
 */
public final class TemplatePod {
    /** Names of pods are host names too, so a prefix past this length loses its dash. */
    private static final int MAX_PREFIX = 253;

    private TemplatePod() {}

    /** A pod managed by the owner, with a name the server will generate. */
    public static Pod of(PodTemplateSpec template, ObjectMeta owner, OwnerReference controllerRef) {
        var metadata = ObjectMetaBuilder.builder()
                .namespace(owner.namespace())
                .generateName(namePrefix(owner.nameOrEmpty()))
                .labels(template.metadata().labels())
                .annotations(template.metadata().annotations())
                .finalizers(template.metadata().finalizers())
                .ownerReferences(List.of(controllerRef))
                .build();
        return new Pod(metadata, template.spec(), Pod.Status.EMPTY);
    }

    /** The {@code generateName} of an owner's pods: its name and a dash, as far as that stays a valid name. */
    public static String namePrefix(String ownerName) {
        return ownerName.length() + 1 > MAX_PREFIX ? ownerName : ownerName + "-";
    }
}
