package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param readOnly TODO-DOC
 * @param recursiveReadOnly TODO-DOC
 * @param mountPath TODO-DOC
 * @param subPath TODO-DOC
 * @param mountPropagation TODO-DOC
 * @param subPathExpr TODO-DOC
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
