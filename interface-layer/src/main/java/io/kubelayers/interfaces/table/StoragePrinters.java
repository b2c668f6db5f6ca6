package io.kubelayers.interfaces.table;

import static io.kubelayers.interfaces.table.Cells.age;
import static io.kubelayers.interfaces.table.Cells.flag;
import static io.kubelayers.interfaces.table.Cells.name;
import static io.kubelayers.interfaces.table.Cells.row;
import static io.kubelayers.interfaces.table.Cells.text;

import io.kubelayers.governance.storage.StorageClass;
import io.kubelayers.governance.storage.VolumeAttributesClass;
import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.storage.CSIDriver;
import io.kubelayers.nucleus.storage.CSINode;
import io.kubelayers.nucleus.storage.VolumeAttachment;

/** The kinds of storage. */
final class StoragePrinters {
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
    private static final String DEFAULT_CLASS_BETA = "storageclass.beta.kubernetes.io/is-default-class";

    private StoragePrinters() {}

    static void addTo(Printers printers) {
        printers.add(PersistentVolume.class, new PersistentVolumeRow())
                .add(PersistentVolumeClaim.class, new PersistentVolumeClaimRow())
                .add(CSIDriver.class, new CSIDriverRow())
                .add(
                        StorageClass.class,
                        (type, now) -> row(
                                isDefault(type) ? name(type) + " (default)" : name(type),
                                type.provisioner(),
                                text(type.reclaimPolicy(), "Delete"),
                                text(type.volumeBindingMode(), "Immediate"),
                                flag(type.allowVolumeExpansion(), false),
                                age(type, now)))
                .add(VolumeAttributesClass.class, (type, now) -> row(name(type), type.driverName(), age(type, now)))
                .add(
                        CSINode.class,
                        (node, now) -> row(name(node), node.spec().drivers().size(), age(node, now)))
                .add(
                        VolumeAttachment.class,
                        (attachment, now) -> row(
                                name(attachment),
                                attachment.spec().attacher(),
                                text(attachment.spec().source().persistentVolumeName()),
                                attachment.spec().nodeName(),
                                attachment.status().attached(),
                                age(attachment, now)));
    }

    private static boolean isDefault(StorageClass type) {
        var annotations = type.metadata().annotations();
        return "true".equals(annotations.get(DEFAULT_CLASS)) || "true".equals(annotations.get(DEFAULT_CLASS_BETA));
    }
}
