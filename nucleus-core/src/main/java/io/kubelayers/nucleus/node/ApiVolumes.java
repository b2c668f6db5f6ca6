package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Volumes as far as the API shows them: config maps and secrets must exist with the keys that are asked for, claims must be
 * bound; everything else mounts. The messages are those of upstream's volume plugins and of the kubelet's volume manager.
 */
public final class ApiVolumes implements VolumeDriver {
    private final Informers informers;

    public ApiVolumes(Informers informers) {
        this.informers = informers;
    }

    @Override
    public List<String> mount(Pod pod, Node node) {
        var problems = new ArrayList<String>();
        var namespace = pod.metadata().namespaceOrEmpty();
        for (var volume : pod.spec().volumes()) {
            if (volume.persistentVolumeClaim() != null) {
                claim(namespace, volume, volume.persistentVolumeClaim().claimName(), problems);
            } else if (volume.ephemeral() != null) {
                claim(namespace, volume, pod.metadata().nameOrEmpty() + "-" + volume.name(), problems);
            } else {
                for (var problem : contents(namespace, volume)) {
                    problems.add("MountVolume.SetUp failed for volume \"" + volume.name() + "\" : " + problem);
                }
            }
        }
        return problems;
    }

    private void claim(String namespace, Volume volume, String claim, List<String> problems) {
        var found = informers.lister(PersistentVolumeClaim.class).get(namespace, claim);
        String problem;
        if (found.isEmpty()) {
            problem = "failed to fetch PVC from API server: persistentvolumeclaims \"" + claim + "\" not found";
        } else if (found.get().metadata().isBeingDeleted()) {
            problem = "PVC is being deleted";
        } else if (!PersistentVolumeClaim.Phase.BOUND.equals(
                found.get().status().phase())) {
            problem = "PVC is not bound";
        } else {
            return;
        }
        problems.add("Unable to attach or mount volumes: unmounted volumes=[" + volume.name()
                + "], unattached volumes=[], failed to process volumes=[" + volume.name() + "]: error processing PVC "
                + namespace + "/" + claim + ": " + problem);
    }

    private List<String> contents(String namespace, Volume volume) {
        var problems = new ArrayList<String>();
        if (volume.configMap() != null) {
            var source = volume.configMap();
            configMap(namespace, source.name(), source.items(), source.optional(), problems);
        } else if (volume.secret() != null) {
            var source = volume.secret();
            secret(namespace, source.secretName(), source.items(), source.optional(), problems);
        } else if (volume.projected() != null) {
            for (var source : volume.projected().sources()) {
                if (source.configMap() != null) {
                    var map = source.configMap();
                    configMap(namespace, map.name(), map.items(), map.optional(), problems);
                } else if (source.secret() != null) {
                    var secret = source.secret();
                    secret(namespace, secret.name(), secret.items(), secret.optional(), problems);
                }
            }
        }
        return problems;
    }

    private void configMap(
            String namespace,
            @Nullable String name,
            List<KeyToPath> items,
            @Nullable Boolean optional,
            List<String> problems) {
        var found = informers.lister(ConfigMap.class).get(namespace, name == null ? "" : name);
        if (Boolean.TRUE.equals(optional)) {
            return;
        }
        if (found.isEmpty()) {
            problems.add("configmap \"" + name + "\" not found");
            return;
        }
        missing(
                items,
                List.of(found.get().data().keySet(), found.get().binaryData().keySet()),
                key -> problems.add("configmap references non-existent config key: " + key));
    }

    private void secret(
            String namespace,
            @Nullable String name,
            List<KeyToPath> items,
            @Nullable Boolean optional,
            List<String> problems) {
        var found = informers.lister(Secret.class).get(namespace, name == null ? "" : name);
        if (Boolean.TRUE.equals(optional)) {
            return;
        }
        if (found.isEmpty()) {
            problems.add("secret \"" + name + "\" not found");
            return;
        }
        missing(
                items,
                List.of(found.get().data().keySet()),
                key -> problems.add("references non-existent secret key: " + key));
    }

    private static void missing(List<KeyToPath> items, List<Set<String>> keys, Consumer<String> report) {
        for (var item : items) {
            if (keys.stream().noneMatch(some -> some.contains(item.key()))) {
                report.accept(item.key());
                return;
            }
        }
    }
}
