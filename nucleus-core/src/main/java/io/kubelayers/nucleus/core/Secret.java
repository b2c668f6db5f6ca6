package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small piece of sensitive data, at most 1 MiB in total, such as a password or key.
 *
 * @param metadata the usual object metadata
 * @param immutable True forbids later changes to the data for good; null means changeable.
 * @param data Values by key as raw bytes, base64 in JSON.
 * @param stringData Values by key as plain text, merged over data on write and never returned.
 * @param type Purpose that fixes which keys are expected; defaults to Opaque, cannot change.
 */
@Kind(
        version = "v1",
        plural = "secrets",
        fieldSelectors = "type",
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Type"),
            @Column(name = "Data"),
            @Column(name = "Age")
        })
@RecordBuilder
public record Secret(
        @Written @Pb(1) ObjectMeta metadata,
        @Pb(5) @Nullable Boolean immutable,
        @Pb(2) Map<String, Bytes> data,
        @Pb(4) Map<String, String> stringData,
        @EnumValues(value = Type.class, closed = false) @Pb(3) @Nullable String type)
        implements KubernetesObject, SecretBuilder.With {
    public Secret {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        data = Absent.map(data);
        stringData = Absent.map(stringData);
        type = Absent.optional(type);
    }

    @Override
    public Secret withMetadata(ObjectMeta metadata) {
        return SecretBuilder.With.super.withMetadata(metadata);
    }

    /** The values of {@code SecretType} known upstream; others may occur. */
    @TypeName("SecretType")
    public static final class Type {
        public static final String OPAQUE = "Opaque";
        public static final String KUBERNETES_IO_SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";
        public static final String KUBERNETES_IO_DOCKERCFG = "kubernetes.io/dockercfg";
        public static final String KUBERNETES_IO_DOCKERCONFIGJSON = "kubernetes.io/dockerconfigjson";
        public static final String KUBERNETES_IO_BASIC_AUTH = "kubernetes.io/basic-auth";
        public static final String KUBERNETES_IO_SSH_AUTH = "kubernetes.io/ssh-auth";
        public static final String KUBERNETES_IO_TLS = "kubernetes.io/tls";
        public static final String BOOTSTRAP_KUBERNETES_IO_TOKEN = "bootstrap.kubernetes.io/token";

        private Type() {}
    }
}
