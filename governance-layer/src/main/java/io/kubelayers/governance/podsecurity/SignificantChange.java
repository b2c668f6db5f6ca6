package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an update of a pod changes anything that policies look at. Most of a pod cannot be changed; images can, and
 * ephemeral containers can be added. Upstream: {@code admission/admission.go}.
 */
final class SignificantChange {
    private SignificantChange() {}

    static boolean between(Pod pod, Pod old) {
        return changed(pod.spec().containers(), old.spec().containers())
                || changed(pod.spec().initContainers(), old.spec().initContainers())
                || ephemeralChanged(pod, old);
    }

    private static boolean changed(List<Container> now, List<Container> before) {
        if (now.size() != before.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!Objects.equals(now.get(i).image(), before.get(i).image())) {
                return true;
            }
        }
        return false;
    }

    private static boolean ephemeralChanged(Pod pod, Pod old) {
        for (var container : pod.spec().ephemeralContainers()) {
            var before = named(container.name(), old);
            if (before == null || !Objects.equals(container.image(), before.image())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable EphemeralContainer named(String name, Pod pod) {
        for (var container : pod.spec().ephemeralContainers()) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        return null;
    }
}
