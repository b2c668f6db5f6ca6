package io.kubelayers.governance.disruption;

import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.value.Absent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the scales of controllers in a cluster: built-in workloads by informer, all others by their scale subresource. */
final class ClusterScales {
    private ClusterScales() {}

    static ScaleLookup of(Informers informers, Client client) {
        return new ControllerScales(new InformedWorkloads(informers), new ScaleSubresources(client));
    }

    private record InformedWorkloads(Informers informers) implements ControllerScales.Workloads {
        private <T extends KubernetesObject> @Nullable T find(Class<T> kind, String namespace, String name) {
            return informers.lister(kind).get(namespace, name).orElse(null);
        }

        @Override
        public @Nullable ReplicationController replicationController(String namespace, String name) {
            return find(ReplicationController.class, namespace, name);
        }

        @Override
        public @Nullable ReplicaSet replicaSet(String namespace, String name) {
            return find(ReplicaSet.class, namespace, name);
        }

        @Override
        public @Nullable Deployment deployment(String namespace, String name) {
            return find(Deployment.class, namespace, name);
        }

        @Override
        public @Nullable StatefulSet statefulSet(String namespace, String name) {
            return find(StatefulSet.class, namespace, name);
        }
    }

    private record ScaleSubresources(Client client) implements ScaleLookup {
        @Override
        public ControllerScale scaleOf(OwnerReference controller, String namespace) {
            var type = type(controller);
            if (type.isEmpty()) {
                return new ControllerScale.Failed("no matches for kind \"" + controller.kind() + "\" in version \""
                        + controller.apiVersion() + "\"");
            }
            if (type.get().subresource("scale").isEmpty()) {
                return new ControllerScale.Failed(
                        type.get().groupResource() + " does not implement the scale subresource");
            }
            return read(type.get(), controller, namespace);
        }

        private Optional<ResourceType> type(OwnerReference controller) {
            return client.types().resources().stream()
                    .filter(type -> type.kind().equals(controller.kind())
                            && type.apiVersion().equals(controller.apiVersion()))
                    .findFirst();
        }

        private ControllerScale read(ResourceType type, OwnerReference controller, String namespace) {
            try {
                var answer = client.on(type).getSubresource(namespace, controller.name(), "scale");
                var uid = Absent.text(answer.metadata().uid());
                return answer instanceof Scale scale && uid.equals(controller.uid())
                        ? new ControllerScale.Known(uid, scale.spec().replicas())
                        : new ControllerScale.None();
            } catch (ApiException e) {
                return e.isNotFound() ? new ControllerScale.None() : new ControllerScale.Failed(e.explain());
            }
        }
    }
}
