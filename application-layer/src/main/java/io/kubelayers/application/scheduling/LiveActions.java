package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterActions;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.control.EventRecorder;
import io.kubelayers.nucleus.core.Binding;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.runtime.Runtime;
import java.time.Instant;

/** Acts on a running cluster as the scheduler. */
record LiveActions(Client client, EventRecorder events, Runtime runtime) implements ClusterActions {
    @Override
    public <T extends KubernetesObject> T update(T object) {
        return client.update(object);
    }

    @Override
    public <T extends KubernetesObject> T updateStatus(T object) {
        return client.updateStatus(object);
    }

    @Override
    public void bind(Binding binding) {
        var pod = binding.metadata();
        client.on(Pod.class).post(pod.namespaceOrEmpty(), pod.nameOrEmpty(), "binding", binding);
    }

    @Override
    public void delete(Pod pod) {
        client.delete(pod);
    }

    @Override
    public Instant now() {
        return runtime.timestamp();
    }

    @Override
    public void event(Pod pod, String reason, String message) {
        events.normal(pod, reason, message);
    }
}
