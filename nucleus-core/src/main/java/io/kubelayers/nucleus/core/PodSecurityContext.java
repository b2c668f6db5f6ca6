package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Security settings that hold for a whole pod. Settings of a container take precedence where both exist.
 *
 * @param seLinuxOptions SELinux label for all containers; null means one chosen by the runtime.
 * @param windowsOptions Windows settings for all containers; not allowed on Linux pods.
 * @param runAsUser User ID of the container processes, 0-2147483647; null means the image's user.
 * @param runAsGroup Primary group ID of the container processes, 0-2147483647; null means the runtime's default.
 * @param runAsNonRoot True refuses to start a container as user 0; null means no check.
 * @param supplementalGroups Extra group IDs of the first process in each container.
 * @param supplementalGroupsPolicy Whether groups from the image are merged in; null means Merge, Strict leaves them
 *     out.
 * @param fsGroup Group ID that owns supported volumes and is added to every process; null changes no ownership.
 * @param sysctls Kernel parameters set for the pod.
 * @param fsGroupChangePolicy When volume ownership is adjusted; null means Always.
 * @param seccompProfile System call filter for all containers; null means none set at pod level.
 * @param appArmorProfile AppArmor profile for all containers; null means none set at pod level.
 * @param seLinuxChangePolicy How volumes get the SELinux label, Recursive or MountOption; null means MountOption
 *     where supported.
 */
@RecordBuilder
public record PodSecurityContext(
        @Pb(1) @Nullable SELinuxOptions seLinuxOptions,
        @Pb(8) @Nullable WindowsSecurityContextOptions windowsOptions,
        @Pb(2) @Nullable Long runAsUser,
        @Pb(6) @Nullable Long runAsGroup,
        @Pb(3) @Nullable Boolean runAsNonRoot,
        @Atomic @Pb(4) List<Long> supplementalGroups,
        @FeatureGate("SupplementalGroupsPolicy") @EnumValues(SupplementalGroupsPolicy.class) @Pb(12) @Nullable
                String supplementalGroupsPolicy,
        @Pb(5) @Nullable Long fsGroup,
        @Atomic @Pb(7) List<Sysctl> sysctls,
        @EnumValues(PodFSGroupChangePolicy.class) @Pb(9) @Nullable String fsGroupChangePolicy,
        @Pb(10) @Nullable SeccompProfile seccompProfile,
        @Pb(11) @Nullable AppArmorProfile appArmorProfile,
        @FeatureGate({"SELinuxChangePolicy", "SELinuxMount"})
                @EnumValues(value = PodSELinuxChangePolicy.class, closed = false)
                @Pb(13)
                @Nullable
                String seLinuxChangePolicy)
        implements PodSecurityContextBuilder.With {
    public PodSecurityContext {
        supplementalGroups = Absent.list(supplementalGroups);
        sysctls = Absent.list(sysctls);
    }

    /**
     * One kernel parameter to set for a pod.
     *
     * @param name Name of the parameter.
     * @param value Value to set.
     */
    @RecordBuilder
    public record Sysctl(@Required @Pb(1) String name, @Required @Pb(2) String value)
            implements PodSecurityContextSysctlBuilder.With {
        public Sysctl {
            name = Absent.text(name);
            value = Absent.text(value);
        }
    }

    /** The values of {@code SupplementalGroupsPolicy}. */
    public static final class SupplementalGroupsPolicy {
        public static final String MERGE = "Merge";
        public static final String STRICT = "Strict";

        private SupplementalGroupsPolicy() {}
    }

    /** The values of {@code PodFSGroupChangePolicy}. */
    public static final class PodFSGroupChangePolicy {
        public static final String ON_ROOT_MISMATCH = "OnRootMismatch";
        public static final String ALWAYS = "Always";

        private PodFSGroupChangePolicy() {}
    }

    /** The values of {@code PodSELinuxChangePolicy} known upstream; others may occur. */
    public static final class PodSELinuxChangePolicy {
        public static final String RECURSIVE = "Recursive";
        public static final String MOUNT_OPTION = "MountOption";

        private PodSELinuxChangePolicy() {}
    }
}
