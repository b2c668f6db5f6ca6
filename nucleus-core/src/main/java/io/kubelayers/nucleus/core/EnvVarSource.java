package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The source of an environment variable's value; exactly one member is set.
 *
 * @param fieldRef Field of the pod, such as metadata.name or status.podIP.
 * @param resourceFieldRef Resource limit or request of a container.
 * @param configMapKeyRef Key of a ConfigMap in the pod's namespace.
 * @param secretKeyRef Key of a Secret in the pod's namespace.
 * @param fileKeyRef Key of an environment file that an init container wrote to a volume.
 */
@RecordBuilder
public record EnvVarSource(
        @Pb(1) @Nullable ObjectFieldSelector fieldRef,
        @Pb(2) @Nullable ResourceFieldSelector resourceFieldRef,
        @Pb(3) @Nullable ConfigMapKeySelector configMapKeyRef,
        @Pb(4) @Nullable SecretKeySelector secretKeyRef,
        @FeatureGate("EnvFiles") @Pb(5) @Nullable FileKeySelector fileKeyRef)
        implements EnvVarSourceBuilder.With {

    /**
     * A reference to one key of an environment file in an emptyDir volume.
     *
     * @param volumeName Name of the pod volume that holds the file.
     * @param path Relative path of the file inside the volume; no parent references.
     * @param key Variable to read from the file.
     * @param optional True skips the variable when the file or key is missing; defaults to false.
     */
    @Atomic
    @RecordBuilder
    public record FileKeySelector(
            @Required @Pb(1) String volumeName,
            @Required @Pb(2) String path,
            @Required @FeatureGate("EnvFiles") @Pb(3) String key,
            @Default(value = "false", published = true) @Pb(4) @Nullable Boolean optional)
            implements EnvVarSourceFileKeySelectorBuilder.With {
        public FileKeySelector {
            volumeName = Absent.text(volumeName);
            path = Absent.text(path);
            key = Absent.text(key);
        }
    }

    /**
     * A reference to one key of a ConfigMap.
     *
     * @param name Name of the ConfigMap, in the pod's namespace.
     * @param key Key to read.
     * @param optional True tolerates a missing ConfigMap or key; null means false.
     */
    @Atomic
    @RecordBuilder
    public record ConfigMapKeySelector(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
            @Required @Pb(2) String key,
            @Pb(3) @Nullable Boolean optional)
            implements EnvVarSourceConfigMapKeySelectorBuilder.With {
        public ConfigMapKeySelector {
            name = Absent.optional(name);
            key = Absent.text(key);
        }
    }

    /**
     * A reference to one key of a Secret.
     *
     * @param name Name of the Secret, in the pod's namespace.
     * @param key Key to read.
     * @param optional True tolerates a missing Secret or key; null means false.
     */
    @Atomic
    @RecordBuilder
    public record SecretKeySelector(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
            @Required @Pb(2) String key,
            @Pb(3) @Nullable Boolean optional)
            implements EnvVarSourceSecretKeySelectorBuilder.With {
        public SecretKeySelector {
            name = Absent.optional(name);
            key = Absent.text(key);
        }
    }
}
