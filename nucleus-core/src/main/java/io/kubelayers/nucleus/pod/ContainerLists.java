package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EphemeralContainer;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** Goes through all containers of a pod in upstream's order: init containers, main ones, ephemeral ones. */
final class ContainerLists {
    private ContainerLists() {}

    /** Is shown a container and its place. */
    interface Visitor {
        void visit(Container container, FieldPath path);
    }

    /** Shows every container; ephemeral ones look like ordinary ones. */
    static void visit(FieldPath spec, PodSpec pod, Visitor visitor) {
        visit(spec.child("initContainers"), pod.initContainers(), visitor);
        visit(spec.child("containers"), pod.containers(), visitor);
        var ephemeral = pod.ephemeralContainers();
        for (int i = 0; i < ephemeral.size(); i++) {
            visitor.visit(
                    plain(ephemeral.get(i)), spec.child("ephemeralContainers").index(i));
        }
    }

    private static void visit(FieldPath path, List<Container> containers, Visitor visitor) {
        for (int i = 0; i < containers.size(); i++) {
            visitor.visit(containers.get(i), path.index(i));
        }
    }

    /** What an ephemeral container has in common with others. */
    static Container plain(EphemeralContainer from) {
        return new Container(
                from.name(),
                from.image(),
                from.command(),
                from.args(),
                from.workingDir(),
                from.ports(),
                from.envFrom(),
                from.env(),
                from.resources(),
                from.resizePolicy(),
                from.restartPolicy(),
                from.restartPolicyRules(),
                from.volumeMounts(),
                from.volumeDevices(),
                from.livenessProbe(),
                from.readinessProbe(),
                from.startupProbe(),
                from.lifecycle(),
                from.terminationMessagePath(),
                from.terminationMessagePolicy(),
                from.imagePullPolicy(),
                from.securityContext(),
                from.stdin(),
                from.stdinOnce(),
                from.tty());
    }
}
