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
 * @param path TODO-DOC
 * @param type TODO-DOC
 */
@RecordBuilder
public record HostPathVolumeSource(
    @Required @Pb(1) String path,
    @Default("") @EnumValues(HostPathType.class) @Pb(2) @Nullable String type)
    implements HostPathVolumeSourceBuilder.With {
    public HostPathVolumeSource {
        path = Absent.text(path);
    }


    /** The values of {@code HostPathType}. */
    public static final class HostPathType {
        public static final String DIRECTORY_OR_CREATE = "DirectoryOrCreate";
        public static final String DIRECTORY = "Directory";
        public static final String FILE_OR_CREATE = "FileOrCreate";
        public static final String FILE = "File";
        public static final String SOCKET = "Socket";
        public static final String CHAR_DEVICE = "CharDevice";
        public static final String BLOCK_DEVICE = "BlockDevice";

        private HostPathType() {}
    }
}
