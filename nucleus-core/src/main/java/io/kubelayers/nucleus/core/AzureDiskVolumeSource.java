package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An Azure data disk. Deprecated; requests go to the Azure Disk CSI driver.
 *
 * @param diskName Name of the disk in its storage.
 * @param diskURI URI of the disk blob, or resource identifier of a managed disk.
 * @param cachingMode Host cache mode: None, ReadOnly or ReadWrite; defaults to ReadWrite.
 * @param fsType File system on the disk; defaults to ext4.
 * @param readOnly True mounts the disk read-only; defaults to false.
 * @param kind Storage form: Shared or Dedicated blob disk, or Managed disk; defaults to Shared.
 */
@RecordBuilder
public record AzureDiskVolumeSource(
        @Required @Pb(1) String diskName,
        @Required @Pb(2) String diskURI,
        @Default(value = "ReadWrite", published = true) @EnumValues(AzureDataDiskCachingMode.class) @Pb(3) @Nullable
                String cachingMode,
        @Default(value = "ext4", published = true) @Pb(4) @Nullable String fsType,
        @Default(value = "false", published = true) @Pb(5) @Nullable Boolean readOnly,
        @Default(value = "Shared", published = true) @EnumValues(AzureDataDiskKind.class) @Pb(6) @Nullable String kind)
        implements AzureDiskVolumeSourceBuilder.With {
    public AzureDiskVolumeSource {
        diskName = Absent.text(diskName);
        diskURI = Absent.text(diskURI);
    }

    /** The values of {@code AzureDataDiskCachingMode}. */
    public static final class AzureDataDiskCachingMode {
        public static final String NONE = "None";
        public static final String READ_ONLY = "ReadOnly";
        public static final String READ_WRITE = "ReadWrite";

        private AzureDataDiskCachingMode() {}
    }

    /** The values of {@code AzureDataDiskKind}. */
    public static final class AzureDataDiskKind {
        public static final String SHARED = "Shared";
        public static final String DEDICATED = "Dedicated";
        public static final String MANAGED = "Managed";

        private AzureDataDiskKind() {}
    }
}
