package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param diskName TODO-DOC
 * @param diskURI TODO-DOC
 * @param cachingMode TODO-DOC
 * @param fsType TODO-DOC
 * @param readOnly TODO-DOC
 * @param kind TODO-DOC
 */
@RecordBuilder
public record AzureDiskVolumeSource(
    @Required @Pb(1) String diskName,
    @Required @Pb(2) String diskURI,
    @Default(value = "ReadWrite", published = true) @EnumValues(AzureDataDiskCachingMode.class) @Pb(3) @Nullable String cachingMode,
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
