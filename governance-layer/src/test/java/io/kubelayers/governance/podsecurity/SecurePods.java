package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;

/** Pods for tests, from the YAML that matters. */
final class SecurePods {
    private static final Codec CODEC = Codec.of(TypeRegistry.of(List.of(Pod.class)));

    /** What restricted demands of a pod, apart from its containers. */
    static final String SAFE = "securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}";

    private SecurePods() {}

    /** A pod with this specification, such as {@code hostPID: true}. */
    static Pod pod(String spec) {
        return pod(spec, Map.of());
    }

    static Pod pod(String spec, Map<String, String> annotations) {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name("web")
                        .annotations(annotations)
                        .build())
                .spec(CODEC.read(spec, PodSpec.class))
                .build();
    }

    /** A pod of containers with these security contexts, named a, b, c …; restricted allows it if it allows those. */
    static String containers(String... securityContexts) {
        var text = new StringBuilder("containers: [");
        for (int i = 0; i < securityContexts.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("{name: ")
                    .append((char) ('a' + i))
                    .append(", image: web, securityContext: {")
                    .append(securityContexts[i])
                    .append("}}");
        }
        return text.append("]").toString();
    }

    /** A pod that restricted allows. */
    static Pod compliant() {
        return pod(SAFE + "\n" + containers("allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}"));
    }
}
