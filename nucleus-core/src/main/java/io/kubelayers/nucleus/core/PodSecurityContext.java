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
 * TODO-DOC.
 *
 * @param seLinuxOptions TODO-DOC
 * @param windowsOptions TODO-DOC
 * @param runAsUser TODO-DOC
 * @param runAsGroup TODO-DOC
 * @param runAsNonRoot TODO-DOC
 * @param supplementalGroups TODO-DOC
 * @param supplementalGroupsPolicy TODO-DOC
 * @param fsGroup TODO-DOC
 * @param sysctls TODO-DOC
 * @param fsGroupChangePolicy TODO-DOC
 * @param seccompProfile TODO-DOC
 * @param appArmorProfile TODO-DOC
 * @param seLinuxChangePolicy TODO-DOC
 */
@RecordBuilder
public record PodSecurityContext(
    @Pb(1) @Nullable SELinuxOptions seLinuxOptions,
    @Pb(8) @Nullable WindowsSecurityContextOptions windowsOptions,
    @Pb(2) @Nullable Long runAsUser,
    @Pb(6) @Nullable Long runAsGroup,
    @Pb(3) @Nullable Boolean runAsNonRoot,
    @Atomic @Pb(4) List<Long> supplementalGroups,
    @FeatureGate("SupplementalGroupsPolicy") @EnumValues(SupplementalGroupsPolicy.class) @Pb(12) @Nullable String supplementalGroupsPolicy,
    @Pb(5) @Nullable Long fsGroup,
    @Atomic @Pb(7) List<Sysctl> sysctls,
    @EnumValues(PodFSGroupChangePolicy.class) @Pb(9) @Nullable String fsGroupChangePolicy,
    @Pb(10) @Nullable SeccompProfile seccompProfile,
    @Pb(11) @Nullable AppArmorProfile appArmorProfile,
    @FeatureGate({"SELinuxChangePolicy", "SELinuxMount"}) @EnumValues(value = PodSELinuxChangePolicy.class, closed = false) @Pb(13) @Nullable String seLinuxChangePolicy)
    implements PodSecurityContextBuilder.With {
    public PodSecurityContext {
        supplementalGroups = Absent.list(supplementalGroups);
        sysctls = Absent.list(sysctls);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param value TODO-DOC
     */
    @RecordBuilder
    public record Sysctl(
        @Required @Pb(1) String name,
        @Required @Pb(2) String value)
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
