package io.kubelayers.testing;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cluster refuses objects for, written as YAML: the errors as the message of the Status has them, empty if the
 * object is accepted. Objects are called {@code a}, in namespace {@code default}, unless they say otherwise; nothing stays.
 *
 * @param cluster where they are tried, each in a fork
 * @param parts what stands for longer pieces of text, such as {@code $TEMPLATE}
 */
public record Refusals(Cluster cluster, Map<String, String> parts) {
    public Refusals {
        parts = new TreeMap<>(parts);
    }

    /** Why a new object is refused; {@code kind} is such as {@code apps/v1 Deployment}. */
    public String ofNew(String kind, String content) {
        try (var world = cluster.fork()) {
            return refusal(() -> world.client().create(object(kind, content)));
        }
    }

    /** Why an object may not become another. */
    public String ofChange(String kind, String before, String after) {
        try (var world = cluster.fork()) {
            var version = world.client().create(object(kind, before)).metadata().resourceVersion();
            var changed = object(kind, after);
            var metadata = changed.metadata().withResourceVersion(version);
            return refusal(() -> world.client().update(changed.withMetadata(metadata)));
        }
    }

    /** Why an object may not have this status. */
    public String ofStatus(String kind, String content, String status) {
        try (var world = cluster.fork()) {
            world.client().create(object(kind, content));
            return refusal(() -> world.client().updateStatus(object(kind, content + ", status: {" + status + "}")));
        }
    }

    private static String refusal(Runnable write) {
        try {
            write.run();
            return "";
        } catch (ApiException refused) {
            var text = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            int errors = text.indexOf(" is invalid: ");
            return errors < 0 ? text : text.substring(errors + " is invalid: ".length());
        }
    }

    private KubernetesObject object(String kind, String content) {
        var filled = content;
        for (var part : parts.entrySet()) {
            filled = filled.replace(part.getKey(), part.getValue());
        }
        int space = kind.indexOf(' ');
        var metadata = filled.startsWith("metadata:") ? "" : "metadata: {name: a, namespace: default}, ";
        var yaml = "{apiVersion: " + kind.substring(0, space) + ", kind: " + kind.substring(space + 1) + ", " + metadata
                + filled + "}";
        return Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()).get(0);
    }
}
