package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The place where a pod volume appears in a container's file system.
 *
 * @param name Name of the pod volume to mount.
 * @param readOnly True mounts the volume read-only; defaults to false.
 * @param recursiveReadOnly Whether nested mounts become read-only too; null means Disabled, other values need
 *     readOnly.
 * @param mountPath Path inside the container; unique in the container and without a colon.
 * @param subPath Relative path inside the volume to mount; empty means the volume root.
 * @param mountPropagation Direction in which later mounts spread between host and container; null means None.
 * @param subPathExpr Like subPath, with environment references of the form $(NAME) expanded; excludes subPath.
 */
@RecordBuilder
public record VolumeMount(
        @Required @Pb(1) String name,
        @Pb(2) boolean readOnly,
        @EnumValues(value = RecursiveReadOnlyMode.class, closed = false) @Pb(7) @Nullable String recursiveReadOnly,
        @Required @Pb(3) String mountPath,
        @Pb(4) @Nullable String subPath,
        @EnumValues(MountPropagationMode.class) @Pb(5) @Nullable String mountPropagation,
        @Pb(6) @Nullable String subPathExpr)
        implements VolumeMountBuilder.With {
    public VolumeMount {
        name = Absent.text(name);
        mountPath = Absent.text(mountPath);
        subPath = Absent.optional(subPath);
        subPathExpr = Absent.optional(subPathExpr);
    }

    /** The values of {@code MountPropagationMode}. */
    public static final class MountPropagationMode {
        public static final String NONE = "None";
        public static final String HOST_TO_CONTAINER = "HostToContainer";
        public static final String BIDIRECTIONAL = "Bidirectional";

        private MountPropagationMode() {}
    }
}
