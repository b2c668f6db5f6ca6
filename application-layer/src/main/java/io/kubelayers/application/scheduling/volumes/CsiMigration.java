package io.kubelayers.application.scheduling.volumes;

import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.VolumeNodeAffinity;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.storage.CSINode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The volume plugins that were once part of Kubernetes, and the CSI drivers that serve their volumes since. Upstream:
 * {@code csi-translation-lib}; all migrations are generally available.
 */
final class CsiMigration {
    /** On CSI nodes: the old plugins whose volumes the node's drivers serve. */
    static final String MIGRATED_PLUGINS = "storage.alpha.kubernetes.io/migrated-plugins";

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String BETA_ZONE = "failure-domain.beta.kubernetes.io/zone";

    private static final String EBS = "kubernetes.io/aws-ebs";
    private static final String GCE = "kubernetes.io/gce-pd";
    private static final String CINDER = "kubernetes.io/cinder";
    private static final String AZURE_DISK = "kubernetes.io/azure-disk";
    private static final String AZURE_FILE = "kubernetes.io/azure-file";
    private static final String VSPHERE = "kubernetes.io/vsphere-volume";
    private static final String PORTWORX = "kubernetes.io/portworx-volume";

    private static final Map<String, String> DRIVERS = drivers();
    private static final Map<String, String> TOPOLOGY_KEYS = Map.of(
            EBS, "topology.ebs.csi.aws.com/zone",
            GCE, "topology.gke.io/zone",
            CINDER, "topology.cinder.csi.openstack.org/zone",
            AZURE_DISK, "topology.disk.csi.azure.com/zone");

    private CsiMigration() {}

    private static Map<String, String> drivers() {
        var drivers = new LinkedHashMap<String, String>();
        drivers.put(EBS, "ebs.csi.aws.com");
        drivers.put(GCE, "pd.csi.storage.gke.io");
        drivers.put(CINDER, "cinder.csi.openstack.org");
        drivers.put(AZURE_DISK, "disk.csi.azure.com");
        drivers.put(AZURE_FILE, "file.csi.azure.com");
        drivers.put(VSPHERE, "csi.vsphere.vmware.com");
        drivers.put(PORTWORX, "pxd.portworx.com");
        return drivers;
    }

    /** The driver that took over from the plugin or provisioner of that name, if one did. */
    static Optional<String> driverOf(String plugin) {
        return Optional.ofNullable(DRIVERS.get(plugin));
    }

    /**
     * Whether the node's drivers serve the plugin's volumes. Upstream: {@code isCSIMigrationOnForPlugin} and
     * {@code isPluginMigratedToCSIOnNode} of {@code binder.go}; of azure-file and vSphere the scheduler knows nothing.
     */
    static boolean isOn(String plugin, @Nullable CSINode node) {
        if (node == null || !TOPOLOGY_KEYS.containsKey(plugin) && !plugin.equals(PORTWORX)) {
            return false;
        }
        var migrated = node.metadata().annotations().get(MIGRATED_PLUGINS);
        return migrated != null && List.of(migrated.split(",")).contains(plugin);
    }

    /**
     * Whether the plugin's volumes count for the driver's limit on the node. Upstream: {@code isCSIMigrationOn} of
     * {@code nodevolumelimits/utils.go}, which takes what has moved everywhere to have moved here.
     */
    static boolean countsOn(String plugin, @Nullable CSINode node) {
        return node != null && TOPOLOGY_KEYS.containsKey(plugin) || isOn(plugin, node);
    }

    /** The old plugin that the volume is written for, if it has moved to CSI since. */
    static Optional<String> pluginOf(PersistentVolumeSpec volume) {
        if (volume.csi() != null || volume.hostPath() != null || volume.local() != null) {
            return Optional.empty();
        }
        String plugin = volume.awsElasticBlockStore() != null
                ? EBS
                : volume.gcePersistentDisk() != null
                        ? GCE
                        : volume.cinder() != null
                                ? CINDER
                                : volume.azureDisk() != null
                                        ? AZURE_DISK
                                        : volume.azureFile() != null
                                                ? AZURE_FILE
                                                : volume.vsphereVolume() != null
                                                        ? VSPHERE
                                                        : volume.portworxVolume() != null ? PORTWORX : null;
        return Optional.ofNullable(plugin);
    }

    /** The same for a volume written into a pod. */
    static Optional<String> pluginOf(Volume volume) {
        String plugin = volume.awsElasticBlockStore() != null
                ? EBS
                : volume.gcePersistentDisk() != null
                        ? GCE
                        : volume.cinder() != null
                                ? CINDER
                                : volume.azureDisk() != null
                                        ? AZURE_DISK
                                        : volume.azureFile() != null
                                                ? AZURE_FILE
                                                : volume.vsphereVolume() != null
                                                        ? VSPHERE
                                                        : volume.portworxVolume() != null ? PORTWORX : null;
        return Optional.ofNullable(plugin);
    }

    /** What tells one volume of the driver from another. */
    static String handle(PersistentVolume volume) {
        var spec = volume.spec();
        if (spec.awsElasticBlockStore() != null) {
            return lastPart(spec.awsElasticBlockStore().volumeID());
        }
        if (spec.gcePersistentDisk() != null) {
            return gceHandle(spec.gcePersistentDisk().pdName(), zones(volume));
        }
        if (spec.cinder() != null) {
            return spec.cinder().volumeID();
        }
        if (spec.azureDisk() != null) {
            return spec.azureDisk().diskURI();
        }
        if (spec.azureFile() != null) {
            return "#" + spec.azureFile().shareName() + "#" + volume.metadata().nameOrEmpty();
        }
        if (spec.vsphereVolume() != null) {
            return spec.vsphereVolume().volumePath();
        }
        return spec.portworxVolume() == null ? "" : spec.portworxVolume().volumeID();
    }

    /** The same for a volume written into a pod. */
    static String handle(Volume volume, String namespace) {
        if (volume.awsElasticBlockStore() != null) {
            return lastPart(volume.awsElasticBlockStore().volumeID());
        }
        if (volume.gcePersistentDisk() != null) {
            return gceHandle(volume.gcePersistentDisk().pdName(), List.of());
        }
        if (volume.cinder() != null) {
            return volume.cinder().volumeID();
        }
        if (volume.azureDisk() != null) {
            return volume.azureDisk().diskURI();
        }
        if (volume.azureFile() != null) {
            return "#" + volume.azureFile().shareName() + "#" + namespace;
        }
        if (volume.vsphereVolume() != null) {
            return volume.vsphereVolume().volumePath();
        }
        return volume.portworxVolume() == null ? "" : volume.portworxVolume().volumeID();
    }

    /** {@code aws://us-east-1a/vol-1} is {@code vol-1}. */
    private static String lastPart(String volumeId) {
        return volumeId.substring(volumeId.lastIndexOf('/') + 1);
    }

    private static String gceHandle(String disk, List<String> zones) {
        return zones.size() == 1
                ? "projects/UNSPECIFIED/zones/" + zones.get(0) + "/disks/" + disk
                : zones.isEmpty()
                        ? "projects/UNSPECIFIED/zones/UNSPECIFIED/disks/" + disk
                        : "projects/UNSPECIFIED/regions/UNSPECIFIED/disks/" + disk;
    }

    private static List<String> zones(PersistentVolume volume) {
        var labels = volume.metadata().labels();
        var zone = labels.containsKey(ZONE) ? labels.get(ZONE) : labels.get(BETA_ZONE);
        return zone == null ? List.of() : List.copyOf(new TreeSet<>(List.of(zone.split("__"))));
    }

    /** The volume's node affinity in the terms of the driver: with its zone key, and the zones of the volume's labels. */
    static @Nullable VolumeNodeAffinity translatedAffinity(String plugin, PersistentVolume volume) {
        var key = TOPOLOGY_KEYS.get(plugin);
        var affinity = volume.spec().nodeAffinity();
        if (key == null) {
            return affinity;
        }
        if (affinity != null && affinity.required() != null) {
            var terms = new ArrayList<NodeSelectorTerm>();
            for (var term : affinity.required().nodeSelectorTerms()) {
                terms.add(term.withMatchExpressions(term.matchExpressions().stream()
                        .map(requirement -> translated(requirement, key))
                        .toList()));
            }
            return new VolumeNodeAffinity(new NodeSelector(terms));
        }
        var zones = zones(volume);
        return zones.isEmpty()
                ? affinity
                : new VolumeNodeAffinity(new NodeSelector(List.of(new NodeSelectorTerm(
                        List.of(new NodeSelectorRequirement(
                                key, NodeSelectorRequirement.NodeSelectorOperator.IN, zones)),
                        List.of()))));
    }

    private static NodeSelectorRequirement translated(NodeSelectorRequirement requirement, String key) {
        boolean isZone = requirement.key().equals(ZONE) || requirement.key().equals(BETA_ZONE);
        return isZone ? requirement.withKey(key) : requirement;
    }
}
