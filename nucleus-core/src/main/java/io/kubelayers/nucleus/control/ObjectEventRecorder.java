package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventBuilder;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import java.nio.charset.StandardCharsets;

/**
 * Records events as Event objects. The name is made of the object's and a hash of what happened, so that the same
 * happening finds its event again and raises its count (client-go {@code tools/record/events_cache.go} aggregates
 * likewise). An event that can't be written is dropped: events are for people, nothing depends on them.
 */
public final class ObjectEventRecorder implements EventRecorder {
    private final Client client;
    private final Runtime runtime;
    private final String component;
    private final String part;

    public ObjectEventRecorder(Client client, Runtime runtime, String component) {
        this(client, runtime, component, "");
    }

    private ObjectEventRecorder(Client client, Runtime runtime, String component, String part) {
        this.client = client;
        this.runtime = runtime;
        this.component = component;
        this.part = part;
    }

    @Override
    public EventRecorder of(String some) {
        return some.equals(part) ? this : new ObjectEventRecorder(client, runtime, component, some);
    }

    @Override
    public void normal(KubernetesObject about, String reason, String message) {
        record(about, "Normal", reason, message);
    }

    @Override
    public void warning(KubernetesObject about, String reason, String message) {
        record(about, "Warning", reason, message);
    }

    private void record(KubernetesObject about, String type, String reason, String message) {
        try {
            write(about, type, reason, message);
        } catch (ApiException unwritten) {
            // a namespace that is going away, or a quota on events: nothing that may stop a controller
        }
    }

    private void write(KubernetesObject about, String type, String reason, String message) {
        var metadata = about.metadata();
        var namespace = metadata.namespaceOrEmpty().isEmpty() ? "default" : metadata.namespaceOrEmpty();
        var name = metadata.nameOrEmpty() + "." + hash(metadata.uid() + type + reason + message + component + part);
        var events = client.on(Event.class);
        var known = events.find(namespace, name);
        if (known.isPresent()) {
            var event = known.get();
            events.update(event.withCount(event.count() + 1).withLastTimestamp(runtime.timestamp()));
            return;
        }
        var kind = client.types().typeOf(about);
        events.create(EventBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace(namespace)
                        .build())
                .involvedObject(new ObjectReference(
                        kind.kind(),
                        metadata.namespace(),
                        metadata.name(),
                        metadata.uid(),
                        kind.apiVersion(),
                        metadata.resourceVersion(),
                        part.isEmpty() ? null : part))
                .reason(reason)
                .message(message)
                .source(new EventSource(component, null))
                .firstTimestamp(runtime.timestamp())
                .lastTimestamp(runtime.timestamp())
                .count(1)
                .type(type)
                .reportingComponent(component)
                .build());
    }

    /** FNV-1a, 64 bits, as sixteen hexadecimal digits. */
    private static String hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        }
        var digits = Long.toHexString(hash);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
