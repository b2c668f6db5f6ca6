package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.value.Absent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the environment of a container refers to exists (kubelet {@code kubelet_pods.go},
 * makeEnvironmentVariables). What is missing keeps the container in CreateContainerConfigError.
 */
final class ContainerConfig {
    private final Informers informers;

    ContainerConfig(Informers informers) {
        this.informers = informers;
    }

    /** The first thing that is missing, in upstream's words. */
    Optional<String> problem(String namespace, Container container) {
        for (var from : container.envFrom()) {
            var map = from.configMapRef();
            if (map != null
                    && !isOptional(map.optional())
                    && configMap(namespace, map.name()).isEmpty()) {
                return Optional.of("configmap \"" + map.name() + "\" not found");
            }
            var secret = from.secretRef();
            if (secret != null
                    && !isOptional(secret.optional())
                    && secret(namespace, secret.name()).isEmpty()) {
                return Optional.of("secret \"" + secret.name() + "\" not found");
            }
        }
        for (var variable : container.env()) {
            var from = variable.valueFrom();
            if (from == null) {
                continue;
            }
            var key = from.configMapKeyRef();
            if (key != null && !isOptional(key.optional())) {
                var map = configMap(namespace, key.name());
                if (map.isEmpty()) {
                    return Optional.of("configmap \"" + key.name() + "\" not found");
                }
                if (!map.get().data().containsKey(key.key())) {
                    return Optional.of(
                            "couldn't find key " + key.key() + " in ConfigMap " + namespace + "/" + key.name());
                }
            }
            var secretKey = from.secretKeyRef();
            if (secretKey != null && !isOptional(secretKey.optional())) {
                var secret = secret(namespace, secretKey.name());
                if (secret.isEmpty()) {
                    return Optional.of("secret \"" + secretKey.name() + "\" not found");
                }
                if (!secret.get().data().containsKey(secretKey.key())) {
                    return Optional.of("couldn't find key " + secretKey.key() + " in Secret " + namespace + "/"
                            + secretKey.name());
                }
            }
        }
        return Optional.empty();
    }

    /** Names of the secrets for pulling images that a pod mentions and that are not there. */
    List<String> missingPullSecrets(Pod pod) {
        var missing = new ArrayList<String>();
        for (var reference : pod.spec().imagePullSecrets()) {
            var name = Absent.text(reference.name());
            if (!name.isEmpty()
                    && secret(pod.metadata().namespaceOrEmpty(), name).isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static boolean isOptional(@Nullable Boolean optional) {
        return Boolean.TRUE.equals(optional);
    }

    private Optional<ConfigMap> configMap(String namespace, @Nullable String name) {
        return informers.lister(ConfigMap.class).get(namespace, name == null ? "" : name);
    }

    private Optional<Secret> secret(String namespace, @Nullable String name) {
        return informers.lister(Secret.class).get(namespace, name == null ? "" : name);
    }
}
