package io.kubelayers.governance.podsecurity;

import java.util.List;

/** All checks of the standards up to v1.35. */
final class StandardChecks {
    private StandardChecks() {}

    static List<PodSecurityCheck> all() {
        return List.of(
                new AllowPrivilegeEscalationCheck(),
                new AppArmorProfileCheck(),
                new CapabilitiesBaselineCheck(),
                new CapabilitiesRestrictedCheck(),
                new HostNamespacesCheck(),
                new HostPathVolumesCheck(),
                new HostPortsCheck(),
                new HostProbesCheck(),
                new PrivilegedCheck(),
                new ProcMountBaselineCheck(),
                new ProcMountRestrictedCheck(),
                new RestrictedVolumesCheck(),
                new RunAsNonRootCheck(),
                new RunAsUserCheck(),
                new SeLinuxOptionsCheck(),
                new SeccompBaselineCheck(),
                new SeccompRestrictedCheck(),
                new SysctlsCheck(),
                new WindowsHostProcessCheck());
    }
}
