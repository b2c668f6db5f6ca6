package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A file, directory, socket or device of the node, exposed to a pod. It gives access to the host and should be
 * avoided where possible.
 *
 * @param path Path on the node, symbolic links followed; must not contain a parent reference.
 * @param type Check or creation done before mounting; empty means none.
 */
@RecordBuilder
public record HostPathVolumeSource(
        @Required @Pb(1) String path, @Default("") @EnumValues(HostPathType.class) @Pb(2) @Nullable String type)
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
