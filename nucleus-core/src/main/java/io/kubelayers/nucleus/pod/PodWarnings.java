package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.DeprecatedLabels;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.volume.ClaimWarnings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is allowed in pods and templates but hardly meant ({@code pkg/api/pod/warnings.go}). */
final class PodWarnings {
    private static final Map<String, String> OLD_ANNOTATIONS = new TreeMap<>(Map.of(
            "scheduler.alpha.kubernetes.io/critical-pod",
                    "non-functional in v1.16+; use the \"priorityClassName\" field instead",
            "security.alpha.kubernetes.io/sysctls", "non-functional in v1.11+; use the \"sysctls\" field instead",
            "security.alpha.kubernetes.io/unsafe-sysctls",
                    "non-functional in v1.11+; use the \"sysctls\" field instead"));
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String NO_SELECTOR = "a null labelSelector results in matching no pod";

    private final FieldPath spec;
    private final FieldPath annotations;
    private final List<String> warnings = new ArrayList<>();

    private PodWarnings(FieldPath path) {
        this.spec = path.child("spec");
        this.annotations = path.child("metadata", "annotations");
    }

    static List<String> ofPod(ObjectMeta metadata, PodSpec spec) {
        var all = new PodWarnings(FieldPath.ROOT);
        var complaints = Names.dnsLabel(metadata.nameOrEmpty());
        if (!complaints.isEmpty()) {
            all.warnings.add(
                    "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior;"
                            + " a DNS label is recommended: [" + String.join(" ", complaints) + "]");
        }
        return all.look(metadata, spec, false);
    }

    static List<String> ofTemplate(FieldPath path, ObjectMeta metadata, PodSpec spec) {
        return new PodWarnings(path).look(metadata, spec, true);
    }

    private List<String> look(ObjectMeta metadata, PodSpec pod, boolean template) {
        labels(pod);
        spreads(pod);
        if (!metadata.annotations().isEmpty()) {
            OLD_ANNOTATIONS.forEach((key, message) -> {
                if (metadata.annotations().containsKey(key)) {
                    warn(annotations.key(key), message);
                }
            });
        }
        volumes(pod.volumes());
        TokenPathWarnings.look(spec.child("volumes"), pod.volumes(), warnings);
        names(pod);
        ContainerWarnings.fraction(spec.child("overhead"), pod.overhead(), "memory", warnings);
        ContainerWarnings.fraction(spec.child("overhead"), pod.overhead(), "ephemeral-storage", warnings);
        boolean confined =
                pod.securityContext() != null && pod.securityContext().seccompProfile() != null;
        if (!confined && metadata.annotations().containsKey(SECCOMP)) {
            warn(annotations.key(SECCOMP), ContainerWarnings.NO_SECCOMP);
        }
        ContainerWarnings.look(spec, annotations, metadata.annotations(), pod, template, warnings);
        var grace = pod.terminationGracePeriodSeconds();
        if (grace != null && grace < 0) {
            warn(
                    spec.child("terminationGracePeriodSeconds"),
                    "must be >= 0; negative values are invalid and will be treated as 1");
        }
        affinity(pod);
        return warnings;
    }

    private void warn(FieldPath path, String message) {
        warnings.add(path + ": " + message);
    }

    private void labels(PodSpec pod) {
        for (var key : pod.nodeSelector().keySet()) {
            var message = DeprecatedLabels.message(key);
            if (message != null) {
                warn(spec.child("nodeSelector").key(key), message);
            }
        }
        var affinity = pod.affinity() == null ? null : pod.affinity().nodeAffinity();
        if (affinity == null) {
            return;
        }
        var path = spec.child("affinity", "nodeAffinity");
        var required = affinity.requiredDuringSchedulingIgnoredDuringExecution();
        if (required != null) {
            var terms = required.nodeSelectorTerms();
            for (int i = 0; i < terms.size(); i++) {
                var at = path.child("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");
                for (int j = 0; j < terms.get(i).matchExpressions().size(); j++) {
                    expression(
                            at.index(i),
                            j,
                            terms.get(i).matchExpressions().get(j).key());
                }
            }
        }
        var preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < preferred.size(); i++) {
            var expressions = preferred.get(i).preference().matchExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                var at = path.child("preferredDuringSchedulingIgnoredDuringExecution");
                var preference = at.index(i).child("preference");
                expression(preference, j, expressions.get(j).key());
                values(
                        preference.child("matchExpressions").index(j).child("values"),
                        expressions.get(j).values());
            }
        }
    }

    private void expression(FieldPath term, int position, String key) {
        var message = DeprecatedLabels.message(key);
        if (message != null) {
            warn(term.child("matchExpressions").index(position).child("key"), key + " is " + message);
        }
    }

    /** What can be no label's value is an error where it is required, and a warning where it is preferred. */
    private void values(FieldPath path, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            for (var complaint : Names.labelValue(values.get(i))) {
                warn(path.index(i), values.get(i) + " is invalid, " + complaint);
            }
        }
    }

    private void spreads(PodSpec pod) {
        for (int i = 0; i < pod.topologySpreadConstraints().size(); i++) {
            var spread = pod.topologySpreadConstraints().get(i);
            var path = spec.child("topologySpreadConstraints").index(i);
            var message = DeprecatedLabels.message(spread.topologyKey());
            if (message != null) {
                warn(path.child("topologyKey"), spread.topologyKey() + " is " + message);
            }
            if (spread.labelSelector() == null) {
                warn(path.child("labelSelector"), NO_SELECTOR);
            }
        }
    }

    private void volumes(List<Volume> volumes) {
        for (int i = 0; i < volumes.size(); i++) {
            var volume = volumes.get(i);
            var path = spec.child("volumes").index(i);
            gone(path, "photonPersistentDisk", volume.photonPersistentDisk(), "v1.11", "v1.16");
            if (volume.gitRepo() != null) {
                warn(path.child("gitRepo"), "deprecated in v1.11, and disabled by default in v1.33+");
            }
            gone(path, "scaleIO", volume.scaleIO(), "v1.16", "v1.22");
            gone(path, "flocker", volume.flocker(), "v1.22", "v1.25");
            gone(path, "storageOS", volume.storageos(), "v1.22", "v1.25");
            gone(path, "quobyte", volume.quobyte(), "v1.22", "v1.25");
            gone(path, "glusterfs", volume.glusterfs(), "v1.25", "v1.26");
            if (volume.ephemeral() != null && volume.ephemeral().volumeClaimTemplate() != null) {
                warnings.addAll(ClaimWarnings.of(
                        path.child("ephemeral", "volumeClaimTemplate", "spec"),
                        volume.ephemeral().volumeClaimTemplate().spec()));
            }
            gone(path, "cephfs", volume.cephfs(), "v1.28", "v1.31");
            gone(path, "rbd", volume.rbd(), "v1.28", "v1.31");
        }
    }

    private void gone(FieldPath volume, String field, @Nullable Object source, String deprecated, String removed) {
        if (source != null) {
            warn(volume.child(field), "deprecated in " + deprecated + ", non-functional in " + removed + "+");
        }
    }

    private void names(PodSpec pod) {
        if (pod.hostAliases().isEmpty() && pod.imagePullSecrets().isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < pod.hostAliases().size(); i++) {
            var ip = pod.hostAliases().get(i).ip();
            if (!seen.add(ip)) {
                warn(spec.child("hostAliases").index(i).child("ip"), "duplicate ip \"" + ip + "\"");
            }
        }
        var secrets = new HashSet<String>();
        for (int i = 0; i < pod.imagePullSecrets().size(); i++) {
            var name = pod.imagePullSecrets().get(i).name();
            if (!secrets.add(name == null ? "" : name)) {
                warn(
                        spec.child("imagePullSecrets").index(i).child("name"),
                        "duplicate name \"" + (name == null ? "" : name) + "\"");
            }
        }
        for (int i = 0; i < pod.imagePullSecrets().size(); i++) {
            var name = pod.imagePullSecrets().get(i).name();
            if (name == null || name.isEmpty()) {
                warn(spec.child("imagePullSecrets").index(i).child("name"), "invalid empty name \"\"");
            }
        }
    }

    private void affinity(PodSpec pod) {
        if (pod.affinity() == null) {
            return;
        }
        var with = pod.affinity().podAffinity();
        if (with != null) {
            terms(
                    spec.child("affinity", "podAffinity"),
                    with.requiredDuringSchedulingIgnoredDuringExecution(),
                    with.preferredDuringSchedulingIgnoredDuringExecution());
        }
        var without = pod.affinity().podAntiAffinity();
        if (without != null) {
            terms(
                    spec.child("affinity", "podAntiAffinity"),
                    without.requiredDuringSchedulingIgnoredDuringExecution(),
                    without.preferredDuringSchedulingIgnoredDuringExecution());
        }
    }

    private void terms(FieldPath path, List<PodAffinityTerm> required, List<WeightedPodAffinityTerm> preferred) {
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).labelSelector() == null) {
                warn(
                        path.child("requiredDuringSchedulingIgnoredDuringExecution")
                                .index(i)
                                .child("labelSelector"),
                        NO_SELECTOR);
            }
        }
        for (int i = 0; i < preferred.size(); i++) {
            if (preferred.get(i).podAffinityTerm().labelSelector() == null) {
                warn(
                        path.child("preferredDuringSchedulingIgnoredDuringExecution")
                                .index(i)
                                .child("podAffinityTerm", "labelSelector"),
                        NO_SELECTOR);
            }
        }
    }
}
