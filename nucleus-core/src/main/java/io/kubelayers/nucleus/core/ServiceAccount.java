package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity in a namespace under which pods and other clients talk to the API server.
 *
 * @param metadata the usual object metadata
 * @param secrets Secrets that pods of this account may use; a legacy list that is only enforced on request.
 * @param imagePullSecrets Registry credentials added to pods of this account that name none.
 * @param automountServiceAccountToken Whether pods get an API token mounted unless they say otherwise; null means
 *     true.
 */
@Kind(
        version = "v1",
        plural = "serviceaccounts",
        shortNames = "sa",
        subresources = {
            @Subresource(
                    name = "token",
                    verbs = {"create"},
                    kind = "TokenRequest")
        },
        columns = {@Column(name = "Name", format = "name"), @Column(name = "Secrets"), @Column(name = "Age")})
@RecordBuilder
public record ServiceAccount(
        @Written @Pb(1) ObjectMeta metadata,
        @ListMap("name") @MergeKey("name") @Pb(2) List<ObjectReference> secrets,
        @Atomic @Pb(3) List<LocalObjectReference> imagePullSecrets,
        @Pb(4) @Nullable Boolean automountServiceAccountToken)
        implements KubernetesObject, ServiceAccountBuilder.With {
    public ServiceAccount {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        secrets = Absent.list(secrets);
        imagePullSecrets = Absent.list(imagePullSecrets);
    }

    @Override
    public ServiceAccount withMetadata(ObjectMeta metadata) {
        return ServiceAccountBuilder.With.super.withMetadata(metadata);
    }
}
