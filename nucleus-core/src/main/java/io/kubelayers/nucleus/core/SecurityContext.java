package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Security settings of one container. Each setting that is present overrides the pod's.
 *
 * @param capabilities Linux capabilities to add or drop; null means the runtime's defaults.
 * @param privileged True gives the processes nearly the rights of root on the node; null means false.
 * @param seLinuxOptions SELinux label of the container; null means the pod's or the runtime's.
 * @param windowsOptions Windows settings of the container; not allowed on Linux pods.
 * @param runAsUser User ID of the process, 0-2147483647; null means the pod's or the image's user.
 * @param runAsGroup Primary group ID of the process, 0-2147483647; null means the pod's or the runtime's.
 * @param runAsNonRoot True refuses to start as user 0; null means the pod's setting.
 * @param readOnlyRootFilesystem True mounts the root file system read-only; null means false.
 * @param allowPrivilegeEscalation False stops a process from gaining more rights than its parent; null means
 *     allowed.
 * @param procMount How /proc is mounted; null means Default, Unmasked needs hostUsers false.
 * @param seccompProfile System call filter of the container; null means the pod's.
 * @param appArmorProfile AppArmor profile of the container; null means the pod's.
 */
@RecordBuilder
public record SecurityContext(
        @Pb(1) @Nullable Capabilities capabilities,
        @Pb(2) @Nullable Boolean privileged,
        @Pb(3) @Nullable SELinuxOptions seLinuxOptions,
        @Pb(10) @Nullable WindowsSecurityContextOptions windowsOptions,
        @Pb(4) @Nullable Long runAsUser,
        @Pb(8) @Nullable Long runAsGroup,
        @Pb(5) @Nullable Boolean runAsNonRoot,
        @Pb(6) @Nullable Boolean readOnlyRootFilesystem,
        @Pb(7) @Nullable Boolean allowPrivilegeEscalation,
        @EnumValues(ProcMountType.class) @Pb(9) @Nullable String procMount,
        @Pb(11) @Nullable SeccompProfile seccompProfile,
        @Pb(12) @Nullable AppArmorProfile appArmorProfile)
        implements SecurityContextBuilder.With {

    /**
     * Linux capabilities granted to or taken from a container.
     *
     * @param add Capabilities granted beyond the runtime's defaults.
     * @param drop Capabilities taken away; ALL removes every one.
     */
    @RecordBuilder
    public record Capabilities(
            @NamedType("v1.Capability") @Atomic @Pb(1) List<String> add,
            @NamedType("v1.Capability") @Atomic @Pb(2) List<String> drop)
            implements SecurityContextCapabilitiesBuilder.With {
        public Capabilities {
            add = Absent.list(add);
            drop = Absent.list(drop);
        }
    }

    /** The values of {@code ProcMountType}. */
    public static final class ProcMountType {
        public static final String DEFAULT = "Default";
        public static final String UNMASKED = "Unmasked";

        private ProcMountType() {}
    }
}
