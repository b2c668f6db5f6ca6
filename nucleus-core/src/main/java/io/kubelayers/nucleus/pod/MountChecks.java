package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeDevice;
import io.kubelayers.nucleus.core.VolumeMount;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.volume.FilePaths;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the mounts and devices of a container ({@code ValidateVolumeMounts}, {@code ValidateVolumeDevices}). */
final class MountChecks {
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIVE = List.of("Disabled", "Enabled", "IfPossible");

    private MountChecks() {}

    static void check(FieldPath at, Container container, Map<String, Volume> volumes, List<FieldError> errors) {
        if (!container.volumeMounts().isEmpty()) {
            mounts(at.child("volumeMounts"), container, volumes, errors);
        }
        if (!container.volumeDevices().isEmpty()) {
            devices(at.child("volumeDevices"), container, volumes, errors);
        }
    }

    private static void mounts(
            FieldPath path, Container container, Map<String, Volume> volumes, List<FieldError> errors) {
        var points = new HashSet<String>();
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            var mount = container.volumeMounts().get(i);
            var at = path.index(i);
            if (mount.name().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), ""));
            }
            if (!volumes.containsKey(mount.name())) {
                errors.add(FieldError.notFound(at.child("name"), mount.name()));
            }
            if (mount.mountPath().isEmpty()) {
                errors.add(FieldError.required(at.child("mountPath"), ""));
            }
            if (!points.add(mount.mountPath())) {
                errors.add(FieldError.invalid(at.child("mountPath"), mount.mountPath(), "must be unique"));
            }
            againstDevices(at, mount, container.volumeDevices(), errors);
            subPaths(path, at, mount, errors);
            propagation(path, mount, container, errors);
        }
    }

    private static void againstDevices(
            FieldPath at, VolumeMount mount, List<VolumeDevice> devices, List<FieldError> errors) {
        boolean name = false;
        boolean place = false;
        for (var device : devices) {
            name |= device.name().equals(mount.name());
            place |= device.devicePath().equals(mount.mountPath());
        }
        if (name) {
            errors.add(FieldError.invalid(at.child("name"), mount.name(), "must not already exist in volumeDevices"));
        }
        if (place) {
            errors.add(FieldError.invalid(
                    at.child("mountPath"), mount.mountPath(), "must not already exist as a path in volumeDevices"));
        }
    }

    /** Some errors name the list, not the mount, as upstream does. */
    private static void subPaths(FieldPath list, FieldPath at, VolumeMount mount, List<FieldError> errors) {
        var subPath = mount.subPath();
        if (subPath != null) {
            FilePaths.descending(list.child("subPath"), subPath, errors);
        }
        var expression = mount.subPathExpr();
        if (expression != null) {
            if (subPath != null) {
                errors.add(FieldError.invalid(
                        at.child("subPathExpr"), expression, "subPathExpr and subPath are mutually exclusive"));
            }
            FilePaths.descending(list.child("subPathExpr"), expression, errors);
        }
    }

    private static void propagation(FieldPath list, VolumeMount mount, Container container, List<FieldError> errors) {
        var propagation = mount.mountPropagation();
        if (propagation != null) {
            var at = list.child("mountPropagation");
            PodSpecChecks.choiceIfSet(at, propagation, PROPAGATIONS, errors);
            var security = container.securityContext();
            if (propagation.equals("Bidirectional")
                    && (security == null || !Boolean.TRUE.equals(security.privileged()))) {
                errors.add(FieldError.forbidden(
                        at, "Bidirectional mount propagation is available only to privileged containers"));
            }
        }
        var recursive = mount.recursiveReadOnly();
        if (recursive == null || recursive.equals("Disabled")) {
            return;
        }
        var at = list.child("recursiveReadOnly");
        if (!RECURSIVE.contains(recursive)) {
            errors.add(FieldError.notSupported(at, recursive, RECURSIVE));
            return;
        }
        if (!mount.readOnly()) {
            errors.add(FieldError.forbidden(at, "may only be specified when readOnly is true"));
        }
        if (propagation != null && !propagation.equals("None")) {
            errors.add(
                    FieldError.forbidden(at, "may only be specified when mountPropagation is None or not specified"));
        }
    }

    private static void devices(
            FieldPath path, Container container, Map<String, Volume> volumes, List<FieldError> errors) {
        var names = new HashSet<String>();
        var places = new HashSet<String>();
        for (int i = 0; i < container.volumeDevices().size(); i++) {
            var device = container.volumeDevices().get(i);
            var at = path.index(i);
            deviceName(at.child("name"), device.name(), volumes.get(device.name()), names, errors);
            devicePath(at.child("devicePath"), device.devicePath(), places, errors);
            againstMounts(at, device, container.volumeMounts(), errors);
            if (!device.name().isEmpty()) {
                names.add(device.name());
            }
        }
    }

    private static void deviceName(
            FieldPath at, String name, @Nullable Volume volume, HashSet<String> names, List<FieldError> errors) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(at, ""));
        }
        if (names.contains(name)) {
            errors.add(FieldError.invalid(at, name, "must be unique"));
        }
        if (volume == null) {
            errors.add(FieldError.notFound(at, name));
        } else if (volume.persistentVolumeClaim() == null && volume.ephemeral() == null) {
            errors.add(FieldError.invalid(
                    at, name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"));
        }
    }

    private static void devicePath(FieldPath at, String device, HashSet<String> places, List<FieldError> errors) {
        if (device.isEmpty()) {
            errors.add(FieldError.required(at, ""));
        }
        if (places.contains(device)) {
            errors.add(FieldError.invalid(at, device, "must be unique"));
        }
        if (FilePaths.hasBacksteps(device)) {
            errors.add(FieldError.invalid(at, device, "can not contain backsteps ('..')"));
        } else {
            places.add(device);
        }
    }

    private static void againstMounts(
            FieldPath at, VolumeDevice device, List<VolumeMount> mounts, List<FieldError> errors) {
        boolean name = false;
        boolean place = false;
        for (var mount : mounts) {
            name |= mount.name().equals(device.name());
            place |= mount.mountPath().equals(device.devicePath());
        }
        if (name) {
            errors.add(FieldError.invalid(at.child("name"), device.name(), "must not already exist in volumeMounts"));
        }
        if (place) {
            errors.add(FieldError.invalid(
                    at.child("devicePath"), device.devicePath(), "must not already exist as a path in volumeMounts"));
        }
    }
}
