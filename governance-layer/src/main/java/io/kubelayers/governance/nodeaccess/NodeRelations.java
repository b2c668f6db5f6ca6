package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.control.Indexes;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.pod.PodReferences;
import io.kubelayers.nucleus.resource.ResourceSlice;
import io.kubelayers.nucleus.storage.VolumeAttachment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which objects belong to a node: its pods, what they name, the volumes behind their claims, and the secrets that those
 * volumes need on the node ({@code plugin/pkg/auth/authorizer/node/graph.go}).
 *
 * <p>Upstream keeps a graph of all this; here the pods of the node are looked through, a hundred or so of them.
 */
final class NodeRelations {
    /** Pods that a node made known by itself reach nothing. */
    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final Informers informers;

    NodeRelations(Informers informers) {
        this.informers = informers;
    }

    boolean pod(String node, String namespace, String name) {
        return informers
                .lister(Pod.class)
                .get(namespace, name)
                .filter(pod -> node.equals(pod.spec().nodeName()))
                .isPresent();
    }

    boolean secret(String node, String namespace, String name) {
        return named(node, namespace, references -> references.secrets().contains(name))
                || volumes(node).stream()
                        .anyMatch(volume -> VolumeSecrets.onNodes(volume).contains(namespace + "/" + name));
    }

    boolean configMap(String node, String namespace, String name) {
        return named(node, namespace, references -> references.configMaps().contains(name));
    }

    boolean claim(String node, String namespace, String name) {
        return named(node, namespace, references -> references.claims().contains(name));
    }

    boolean deviceClaim(String node, String namespace, String name) {
        return named(node, namespace, references -> references.deviceClaims().contains(name));
    }

    boolean serviceAccount(String node, String namespace, String name) {
        for (var pod : pods(node)) {
            if (namespace.equals(pod.metadata().namespace())
                    && name.equals(pod.spec().serviceAccountName())) {
                return true;
            }
        }
        return false;
    }

    boolean volume(String node, String name) {
        return informers
                .lister(PersistentVolume.class)
                .get("", name)
                .filter(volume -> isMounted(node, volume))
                .isPresent();
    }

    boolean attachment(String node, String name) {
        return informers
                .lister(VolumeAttachment.class)
                .get("", name)
                .filter(attachment -> attachment.spec().nodeName().equals(node))
                .isPresent();
    }

    boolean slice(String node, String name) {
        return informers
                .lister(ResourceSlice.class)
                .get("", name)
                .filter(slice -> node.equals(slice.spec().nodeName()))
                .isPresent();
    }

    private boolean named(String node, String namespace, Function<PodReferences, Boolean> names) {
        for (var pod : pods(node)) {
            if (namespace.equals(pod.metadata().namespace()) && names.apply(PodReferences.of(pod))) {
                return true;
            }
        }
        return false;
    }

    private List<PersistentVolume> volumes(String node) {
        return informers.lister(PersistentVolume.class).list().stream()
                .filter(volume -> isMounted(node, volume))
                .toList();
    }

    private boolean isMounted(String node, PersistentVolume volume) {
        var claim = volume.spec().claimRef();
        return claim != null
                && claim.namespace() != null
                && claim.name() != null
                && claim(node, claim.namespace(), claim.name());
    }

    private List<Pod> pods(String node) {
        var pods = new ArrayList<Pod>();
        for (var found : informers.lister(Pod.class).byIndex(Indexes.POD_BY_NODE, node)) {
            if (!found.metadata().annotations().containsKey(MIRROR)) {
                pods.add(found);
            }
        }
        return pods;
    }
}
