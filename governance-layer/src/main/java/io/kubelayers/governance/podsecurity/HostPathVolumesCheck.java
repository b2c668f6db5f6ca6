package io.kubelayers.governance.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pods must not mount directories of their node.
 *
 * <p>Fields: {@code volumes[*].hostPath}. Upstream: {@code policy/check_hostPathVolumes.go}.
 */
final class HostPathVolumesCheck implements PodSecurityCheck {
    @Override
    public String id() {
        return "hostPathVolumes";
    }

    @Override
    public Level level() {
        return Level.BASELINE;
    }

    @Override
    public List<Revision> revisions() {
        return List.of(Revision.since(0, HostPathVolumesCheck::test));
    }

    private static Optional<Wrong> test(PodUnderTest pod) {
        var volumes = new ArrayList<String>(0);
        for (var volume : pod.spec().volumes()) {
            if (volume.hostPath() != null) {
                volumes.add(volume.name());
            }
        }
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(
                        "hostPath volumes",
                        Culprits.plural(volumes.size(), "volume ", "volumes ") + Culprits.quoted(volumes)));
    }
}
