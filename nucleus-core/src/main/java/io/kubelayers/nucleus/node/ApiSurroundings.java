package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.EnvFromSource;
import io.kubelayers.nucleus.core.EnvVarSource;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeProjection;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Variables and volumes made of what the API has: config maps, secrets and the pod itself (kubelet {@code
 * kubelet_pods.go}, makeEnvironmentVariables). Variables of services and of images are not among them.
 */
public final class ApiSurroundings implements ContainerSurroundings {
    /** References such as {@code $(NAME)}; {@code $$} stands for a single sign. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([^)]+)\\)");

    private final Informers informers;

    public ApiSurroundings(Informers informers) {
        this.informers = informers;
    }

    @Override
    public SortedMap<String, String> environment(Pod pod, Container container) {
        var namespace = pod.metadata().namespaceOrEmpty();
        var variables = new TreeMap<String, String>();
        variables.put("HOSTNAME", pod.metadata().nameOrEmpty());
        variables.put("HOME", "/root");
        variables.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        for (var from : container.envFrom()) {
            addAll(namespace, from, variables);
        }
        for (var variable : container.env()) {
            var from = variable.valueFrom();
            var value = from == null
                    ? expanded(Absent.text(variable.value()), variables)
                    : value(pod, container, from).orElse(null);
            if (value != null) {
                variables.put(variable.name(), value);
            }
        }
        return variables;
    }

    @Override
    public Map<String, String> scripts() {
        return informers
                .lister(ConfigMap.class)
                .get("kube-system", ContainerScripts.CONFIG_MAP)
                .map(ConfigMap::data)
                .orElse(Map.of());
    }

    private void addAll(String namespace, EnvFromSource from, SortedMap<String, String> variables) {
        var prefix = Absent.text(from.prefix());
        if (from.configMapRef() != null) {
            configMap(namespace, from.configMapRef().name())
                    .forEach((key, value) -> variables.put(prefix + key, value.toUtf8()));
        }
        if (from.secretRef() != null) {
            secret(namespace, from.secretRef().name())
                    .forEach((key, value) -> variables.put(prefix + key, value.toUtf8()));
        }
    }

    private Optional<String> value(Pod pod, Container container, EnvVarSource from) {
        var namespace = pod.metadata().namespaceOrEmpty();
        if (from.fieldRef() != null) {
            return Optional.of(fields(pod).field(from.fieldRef().fieldPath()));
        }
        if (from.resourceFieldRef() != null) {
            return Optional.of(fields(pod).resource(from.resourceFieldRef(), container));
        }
        var key = from.configMapKeyRef();
        if (key != null) {
            return Optional.ofNullable(configMap(namespace, key.name()).get(key.key()))
                    .map(Bytes::toUtf8);
        }
        var secret = from.secretKeyRef();
        return secret == null
                ? Optional.empty()
                : Optional.ofNullable(secret(namespace, secret.name()).get(secret.key()))
                        .map(Bytes::toUtf8);
    }

    /** Of what is not known the reference stays as it is. */
    static String expanded(String text, Map<String, String> variables) {
        return REFERENCE.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            return Matcher.quoteReplacement(name == null ? "$" : variables.getOrDefault(name, found.group()));
        });
    }

    private Map<String, Bytes> configMap(String namespace, @Nullable String name) {
        var data = new TreeMap<String, Bytes>();
        informers.lister(ConfigMap.class).get(namespace, Absent.text(name)).ifPresent(map -> {
            map.data().forEach((key, value) -> data.put(key, Bytes.utf8(value)));
            data.putAll(map.binaryData());
        });
        return data;
    }

    private Map<String, Bytes> secret(String namespace, @Nullable String name) {
        return informers
                .lister(Secret.class)
                .get(namespace, Absent.text(name))
                .map(Secret::data)
                .orElse(Map.of());
    }

    private PodFields fields(Pod pod) {
        return new PodFields(pod, resource -> informers
                .lister(Node.class)
                .get("", Absent.text(pod.spec().nodeName()))
                .map(node -> node.status().allocatable().get(resource))
                .orElse(Quantity.ZERO));
    }

    @Override
    public Optional<FileTree> contents(Pod pod, Volume volume, Instant now) {
        var namespace = pod.metadata().namespaceOrEmpty();
        var files = new VolumeContents(now);
        if (volume.configMap() != null) {
            var source = volume.configMap();
            files.add(configMap(namespace, source.name()), source.items(), source.defaultMode());
        } else if (volume.secret() != null) {
            var source = volume.secret();
            files.add(secret(namespace, source.secretName()), source.items(), source.defaultMode());
        } else if (volume.downwardAPI() != null) {
            files.add(
                    fields(pod),
                    volume.downwardAPI().items(),
                    volume.downwardAPI().defaultMode());
        } else if (volume.projected() != null) {
            var mode = volume.projected().defaultMode();
            for (var source : volume.projected().sources()) {
                project(pod, source, mode, files);
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(files.tree());
    }

    private void project(Pod pod, VolumeProjection source, @Nullable Integer mode, VolumeContents files) {
        var namespace = pod.metadata().namespaceOrEmpty();
        if (source.configMap() != null) {
            var map = source.configMap();
            files.add(configMap(namespace, map.name()), map.items(), mode);
        } else if (source.secret() != null) {
            var secret = source.secret();
            files.add(secret(namespace, secret.name()), secret.items(), mode);
        } else if (source.downwardAPI() != null) {
            files.add(fields(pod), source.downwardAPI().items(), mode);
        }
    }
}
