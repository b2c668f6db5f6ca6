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
 * TODO-DOC.
 *
 * @param fieldRef TODO-DOC
 * @param resourceFieldRef TODO-DOC
 * @param configMapKeyRef TODO-DOC
 * @param secretKeyRef TODO-DOC
 * @param fileKeyRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param volumeName TODO-DOC
     * @param path TODO-DOC
     * @param key TODO-DOC
     * @param optional TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param key TODO-DOC
     * @param optional TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param key TODO-DOC
     * @param optional TODO-DOC
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
