package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.ControllerRef;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.TemplatePod;
import io.kubelayers.application.workloads.TemplateRevisions;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The identity of a StatefulSet's pod: its name with its number, its labels, its host name under the set's service, and
 * the claims that belong to it.
 *
 * <p>Upstream source: {@code pkg/controller/statefulset/stateful_set_utils.go}.
 */
public final class StatefulPod {
    /** Label with the pod's name. */
    public static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
    /** Label with the pod's number. */
    public static final String POD_INDEX = "apps.kubernetes.io/pod-index";

    private StatefulPod() {}

    /** The name of the pod with that number. */
    public static String name(StatefulSet set, int ordinal) {
        return set.metadata().nameOrEmpty() + "-" + ordinal;
    }

    /** The number in a pod's name; -1 if it is not a name of the set's pods. */
    public static int ordinal(StatefulSet set, String podName) {
        var prefix = set.metadata().nameOrEmpty() + "-";
        if (!podName.startsWith(prefix)) {
            return -1;
        }
        var digits = podName.substring(prefix.length());
        try {
            return digits.matches("[0-9]+") ? Integer.parseInt(digits) : -1;
        } catch (NumberFormatException tooLarge) {
            return -1;
        }
    }

    /** A new pod of a revision. */
    public static Pod of(StatefulSet set, PodTemplateSpec template, String revision, int ordinal) {
        var reference = ControllerRef.to("apps/v1", "StatefulSet", set.metadata());
        var pod = TemplatePod.of(template, set.metadata(), reference);
        var named = pod.withMetadata(pod.metadata().withName(name(set, ordinal)));
        return withRevision(withStorage(set, withIdentity(set, named)), revision);
    }

    private static Pod withRevision(Pod pod, String revision) {
        var labels = new TreeMap<>(pod.metadata().labels());
        labels.put(TemplateRevisions.LABEL, revision);
        return pod.withMetadata(pod.metadata().withLabels(labels));
    }

    /** The pod with the labels, host name and subdomain of its place. */
    static Pod withIdentity(StatefulSet set, Pod pod) {
        var name = pod.metadata().nameOrEmpty();
        var labels = new TreeMap<>(pod.metadata().labels());
        labels.put(POD_NAME, name);
        labels.put(POD_INDEX, String.valueOf(ordinal(set, name)));
        return pod.withMetadata(pod.metadata().withLabels(labels))
                .withSpec(pod.spec().withHostname(name).withSubdomain(set.spec().serviceName()));
    }

    /** Whether labels that make the identity are in place; the host name can't change after creation. */
    static boolean hasIdentity(StatefulSet set, Pod pod) {
        var labels = pod.metadata().labels();
        var name = pod.metadata().nameOrEmpty();
        return name.equals(labels.get(POD_NAME))
                && String.valueOf(ordinal(set, name)).equals(labels.get(POD_INDEX));
    }

    /** The revision a pod was made from; empty if it carries none. */
    static String revision(Pod pod) {
        return pod.metadata().labels().getOrDefault(TemplateRevisions.LABEL, "");
    }

    /** The pod with a volume for each claim, in place of volumes of the same names. */
    private static Pod withStorage(StatefulSet set, Pod pod) {
        if (set.spec().volumeClaimTemplates().isEmpty()) {
            return pod;
        }
        int ordinal = ordinal(set, pod.metadata().nameOrEmpty());
        var volumes = new ArrayList<Volume>();
        Set<String> claimed = new HashSet<>();
        for (var template : set.spec().volumeClaimTemplates()) {
            var name = template.metadata().nameOrEmpty();
            claimed.add(name);
            volumes.add(VolumeBuilder.builder()
                    .name(name)
                    .persistentVolumeClaim(
                            new Volume.PersistentVolumeClaimVolumeSource(claimName(set, template, ordinal), false))
                    .build());
        }
        for (var volume : pod.spec().volumes()) {
            if (!claimed.contains(volume.name())) {
                volumes.add(volume);
            }
        }
        return pod.withSpec(pod.spec().withVolumes(volumes));
    }

    /** The name of a pod's claim: {@code data-db-0}. */
    public static String claimName(StatefulSet set, PersistentVolumeClaim template, int ordinal) {
        return template.metadata().nameOrEmpty() + "-" + name(set, ordinal);
    }

    /** The claims of the pod with that number. */
    public static List<PersistentVolumeClaim> claims(StatefulSet set, int ordinal) {
        var claims = new ArrayList<PersistentVolumeClaim>();
        for (var template : set.spec().volumeClaimTemplates()) {
            var labels = new TreeMap<>(template.metadata().labels());
            labels.putAll(LabelSelectors.asMap(set.spec().selector()));
            claims.add(template.withMetadata(template.metadata()
                    .withName(claimName(set, template, ordinal))
                    .withNamespace(set.metadata().namespace())
                    .withLabels(labels)));
        }
        return claims;
    }
}
