package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.server.TypeDefaults;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** Pods written as the content of their specs, with the defaults that the server fills in. */
final class PodText {
    private static final TypeRegistry TYPES = types();
    private static final TypeDefaults DEFAULTS = PodTypeDefaults.create();

    private PodText() {}

    private static TypeRegistry types() {
        try (var cluster = Cluster.builder().start()) {
            return cluster.types();
        }
    }

    static Pod pod(String spec) {
        return pod("name: a, namespace: default", spec);
    }

    static Pod pod(String metadata, String spec) {
        var pod = read("metadata: {" + metadata + "}, spec: {" + spec + "}");
        return new PodRules().defaulted(DEFAULTS.apply(pod));
    }

    static Pod withStatus(Pod pod, String status) {
        return pod.withStatus(read("spec: {containers: []}, " + status).status());
    }

    private static Pod read(String content) {
        var yaml = "{apiVersion: v1, kind: Pod, " + content + "}";
        return (Pod) Codec.of(TYPES).readAll(yaml, ReadOptions.strict()).get(0);
    }

    /** The errors as a client reads them, without the lines that tell what differs. */
    static String text(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.toString().lines().findFirst().orElse(""))
                .collect(Collectors.joining("; "));
    }
}
