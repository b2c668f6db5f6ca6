package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param capabilities TODO-DOC
 * @param privileged TODO-DOC
 * @param seLinuxOptions TODO-DOC
 * @param windowsOptions TODO-DOC
 * @param runAsUser TODO-DOC
 * @param runAsGroup TODO-DOC
 * @param runAsNonRoot TODO-DOC
 * @param readOnlyRootFilesystem TODO-DOC
 * @param allowPrivilegeEscalation TODO-DOC
 * @param procMount TODO-DOC
 * @param seccompProfile TODO-DOC
 * @param appArmorProfile TODO-DOC
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
     * TODO-DOC.
     *
     * @param add TODO-DOC
     * @param drop TODO-DOC
     */
    @RecordBuilder
    public record Capabilities(
        @Atomic @Pb(1) List<String> add,
        @Atomic @Pb(2) List<String> drop)
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
