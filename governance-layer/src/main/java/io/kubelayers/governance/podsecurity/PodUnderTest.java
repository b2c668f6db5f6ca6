package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerPort;
import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.Lifecycle;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.Probe;
import io.kubelayers.nucleus.core.SecurityContext;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What checks look at: a pod, or the pod a template would make, its containers of all sorts in one list.
 *
 * @param annotations annotations of the pod, sorted by key
 * @param spec the rest of the pod
 * @param containers init containers, then containers, then ephemeral ones
 */
public record PodUnderTest(Map<String, String> annotations, PodSpec spec, List<OneContainer> containers) {

    /**
     * What all sorts of containers have in common.
     *
     * @param name name within the pod
     * @param ports ports it lists
     * @param securityContext its settings; null means those of the pod
     */
    public record OneContainer(
            String name,
            List<ContainerPort> ports,
            @Nullable SecurityContext securityContext,
            @Nullable Probe livenessProbe,
            @Nullable Probe readinessProbe,
            @Nullable Probe startupProbe,
            @Nullable Lifecycle lifecycle) {}

    static PodUnderTest of(ObjectMeta metadata, PodSpec spec) {
        var containers = new ArrayList<OneContainer>(spec.initContainers().size()
                + spec.containers().size()
                + spec.ephemeralContainers().size());
        for (var container : spec.initContainers()) {
            containers.add(view(container));
        }
        for (var container : spec.containers()) {
            containers.add(view(container));
        }
        for (var container : spec.ephemeralContainers()) {
            containers.add(view(container));
        }
        return new PodUnderTest(metadata.annotations(), spec, containers);
    }

    private static OneContainer view(Container container) {
        return new OneContainer(
                container.name(),
                container.ports(),
                container.securityContext(),
                container.livenessProbe(),
                container.readinessProbe(),
                container.startupProbe(),
                container.lifecycle());
    }

    private static OneContainer view(EphemeralContainer container) {
        return new OneContainer(
                container.name(),
                container.ports(),
                container.securityContext(),
                container.livenessProbe(),
                container.readinessProbe(),
                container.startupProbe(),
                container.lifecycle());
    }

    /** Whether the pod has a user namespace of its own, in which root is nobody outside. */
    public boolean hasOwnUserNamespace() {
        return Boolean.FALSE.equals(spec.hostUsers());
    }

    /** Whether the pod says that it is for Windows, where Linux settings mean nothing. */
    public boolean isForWindows() {
        var os = spec.os();
        return os != null && os.name().equals("windows");
    }
}
