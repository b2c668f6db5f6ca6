package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.EphemeralVolumeSource;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.volume.ClaimSpecRules;
import io.kubelayers.nucleus.volume.FilePaths;
import io.kubelayers.nucleus.volume.IscsiRules;
import io.kubelayers.nucleus.volume.PluginRules;
import io.kubelayers.nucleus.volume.SourceChoice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with the volumes of a pod ({@code ValidateVolumes}). */
final class VolumeChecks {
    private VolumeChecks() {}

    /** Adds what is wrong, and gives the volumes that are right by their names. */
    static Map<String, Volume> check(
            FieldPath path, List<Volume> volumes, @Nullable ObjectMeta pod, List<FieldError> errors) {
        if (volumes.isEmpty()) {
            return Map.of();
        }
        var valid = new HashMap<String, Volume>();
        var made = claimsMade(volumes, pod);
        for (int i = 0; i < volumes.size(); i++) {
            var volume = volumes.get(i);
            var at = path.index(i);
            int before = errors.size();
            source(at, volume, pod, errors);
            if (volume.name().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), ""));
            } else {
                MetaRules.invalid(at.child("name"), volume.name(), Names.dnsLabel(volume.name()), errors);
            }
            if (valid.containsKey(volume.name())) {
                errors.add(FieldError.duplicate(at.child("name"), volume.name()));
            }
            if (errors.size() == before) {
                valid.put(volume.name(), volume);
            }
            var claim = volume.persistentVolumeClaim();
            if (claim != null && made.contains(claim.claimName())) {
                errors.add(FieldError.invalid(
                        at.child("persistentVolumeClaim", "claimName"),
                        claim.claimName(),
                        "must not reference a PVC that gets created for an ephemeral volume"));
            }
        }
        return valid;
    }

    private static Set<String> claimsMade(List<Volume> volumes, @Nullable ObjectMeta pod) {
        if (pod == null || pod.name() == null) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (var volume : volumes) {
            if (volume.ephemeral() != null) {
                names.add(pod.name() + "-" + volume.name());
            }
        }
        return names;
    }

    private static void source(FieldPath at, Volume volume, @Nullable ObjectMeta pod, List<FieldError> all) {
        new SourceChoice(at, all)
                .or("emptyDir", volume.emptyDir(), VolumeChecks::emptyDir)
                .or("hostPath", volume.hostPath(), PluginRules::hostPath)
                .or("gitRepo", volume.gitRepo(), VolumeChecks::gitRepo)
                .or("gcePersistentDisk", "persistentDisk", volume.gcePersistentDisk(), PluginRules::gcePersistentDisk)
                .or("awsElasticBlockStore", volume.awsElasticBlockStore(), PluginRules::awsElasticBlockStore)
                .or("secret", volume.secret(), KeyFileChecks::secret)
                .or("nfs", volume.nfs(), PluginRules::nfs)
                .or("iscsi", volume.iscsi(), IscsiRules::ofPod)
                .also(
                        volume.iscsi(),
                        (path, source, errors) -> IscsiRules.nameOfPod(path, volume.name(), source, errors))
                .or(
                        "glusterfs",
                        volume.glusterfs(),
                        (path, source, errors) ->
                                PluginRules.glusterfs(path, source.endpoints(), source.path(), errors))
                .or("flocker", volume.flocker(), PluginRules::flocker)
                .or(
                        "persistentVolumeClaim",
                        volume.persistentVolumeClaim(),
                        (path, source, errors) -> PluginRules.required(path, "claimName", source.claimName(), errors))
                .or(
                        "rbd",
                        volume.rbd(),
                        (path, source, errors) -> PluginRules.rbd(path, source.monitors(), source.image(), errors))
                .or("cinder", volume.cinder(), VolumeChecks::cinder)
                .or(
                        "cephFS",
                        "cephfs",
                        volume.cephfs(),
                        (path, source, errors) -> PluginRules.monitors(path, source.monitors(), errors))
                .or("quobyte", volume.quobyte(), PluginRules::quobyte)
                .or("downwarAPI", "downwardAPI", volume.downwardAPI(), KeyFileChecks::downwardApi)
                .or("fc", volume.fc(), PluginRules::fc)
                .or(
                        "flexVolume",
                        volume.flexVolume(),
                        (path, source, errors) ->
                                PluginRules.flexVolume(path, source.driver(), source.options(), errors))
                .or("configMap", volume.configMap(), KeyFileChecks::configMap)
                .or(
                        "azureFile",
                        volume.azureFile(),
                        (path, source, errors) ->
                                PluginRules.azureFile(path, source.secretName(), source.shareName(), errors))
                .or("vsphereVolume", volume.vsphereVolume(), PluginRules::vsphereVolume)
                .or("photonPersistentDisk", volume.photonPersistentDisk(), PluginRules::photonPersistentDisk)
                .or("portworxVolume", volume.portworxVolume(), PluginRules::portworxVolume)
                .or("azureDisk", volume.azureDisk(), PluginRules::azureDisk)
                .or("storageos", volume.storageos(), VolumeChecks::storageos)
                .or("projected", volume.projected(), ProjectedChecks::check)
                .or(
                        "scaleIO",
                        volume.scaleIO(),
                        (path, source, errors) -> PluginRules.scaleIO(
                                path, source.gateway(), source.system(), source.volumeName(), errors))
                .or("csi", volume.csi(), VolumeChecks::csi)
                .or("ephemeral", volume.ephemeral(), (path, source, errors) -> {
                    ephemeral(path, source, errors);
                    claimName(at.child("name"), volume.name(), pod, errors);
                })
                .or("image", volume.image(), (path, source, errors) -> image(path, source, pod != null, errors))
                .orNothing();
    }

    private static void emptyDir(FieldPath path, Volume.EmptyDirVolumeSource source, List<FieldError> errors) {
        if (source.sizeLimit() != null && source.sizeLimit().sign() < 0) {
            errors.add(
                    FieldError.forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity"));
        }
    }

    private static void gitRepo(FieldPath path, Volume.GitRepoVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "repository", source.repository(), errors);
        if (source.directory() != null) {
            FilePaths.descending(path.child("directory"), source.directory(), errors);
        }
    }

    private static void cinder(FieldPath path, Volume.CinderVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "volumeID", source.volumeID(), errors);
        if (source.secretRef() != null) {
            PluginRules.required(
                    path.child("secretRef"), "name", source.secretRef().name(), errors);
        }
    }

    private static void storageos(FieldPath path, Volume.StorageOSVolumeSource source, List<FieldError> errors) {
        PluginRules.storageos(path, source.volumeName(), source.volumeNamespace(), errors);
        if (source.secretRef() != null) {
            PluginRules.required(
                    path.child("secretRef"), "name", source.secretRef().name(), errors);
        }
    }

    private static void csi(FieldPath path, Volume.CSIVolumeSource source, List<FieldError> errors) {
        PluginRules.csiDriver(path.child("driver"), source.driver(), errors);
        var ref = source.nodePublishSecretRef();
        if (ref == null) {
            return;
        }
        if (ref.name() == null) {
            errors.add(FieldError.required(path.child("nodePublishSecretRef", "name"), ""));
        } else {
            MetaRules.invalid(path.child("name"), ref.name(), Names.dnsSubdomain(ref.name()), errors);
        }
    }

    private static void ephemeral(FieldPath path, EphemeralVolumeSource source, List<FieldError> errors) {
        var template = source.volumeClaimTemplate();
        var at = path.child("volumeClaimTemplate");
        if (template == null) {
            errors.add(FieldError.required(at, ""));
        } else {
            ClaimSpecRules.template(at, template.metadata(), template.spec(), errors);
        }
    }

    private static void claimName(FieldPath at, String volume, @Nullable ObjectMeta pod, List<FieldError> errors) {
        if (pod != null && pod.name() != null && !volume.isEmpty()) {
            var claim = pod.name() + "-" + volume;
            for (var complaint : Names.dnsSubdomain(claim)) {
                errors.add(FieldError.invalid(at, volume, "PVC name " + GoText.quote(claim) + ": " + complaint));
            }
        }
    }

    /** In a template the reference may still be left to those who make pods of it. */
    private static void image(FieldPath path, Volume.ImageVolumeSource source, boolean ofPod, List<FieldError> errors) {
        if (ofPod) {
            PluginRules.required(path, "reference", source.reference(), errors);
        }
        PodSpecChecks.choice(path.child("pullPolicy"), source.pullPolicy(), ContainerChecks.PULL_POLICIES, errors);
    }
}
