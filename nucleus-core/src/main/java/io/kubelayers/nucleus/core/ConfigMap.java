package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small set of non-sensitive configuration data, at most 1 MiB in total.
 *
 * @param metadata the usual object metadata
 * @param immutable True forbids later changes to the data for good; null means changeable.
 * @param data Text values by key; keys must not occur in binaryData too.
 * @param binaryData Raw byte values by key, base64 in JSON; keys must not occur in data too.
 */
@Kind(
        version = "v1",
        plural = "configmaps",
        shortNames = "cm",
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Data"), @Column(name = "Age")})
@RecordBuilder
public record ConfigMap(
        @Written @Pb(1) ObjectMeta metadata,
        @Pb(4) @Nullable Boolean immutable,
        @Pb(2) Map<String, String> data,
        @Pb(3) Map<String, Bytes> binaryData)
        implements KubernetesObject, ConfigMapBuilder.With {
    public ConfigMap {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        data = Absent.map(data);
        binaryData = Absent.map(binaryData);
    }

    @Override
    public ConfigMap withMetadata(ObjectMeta metadata) {
        return ConfigMapBuilder.With.super.withMetadata(metadata);
    }
}
