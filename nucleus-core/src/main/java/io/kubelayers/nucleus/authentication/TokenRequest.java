package io.kubelayers.nucleus.authentication;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.NamedType;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token of a service account, posted to its token subresource; answered, not stored.
 *
 * @param metadata the usual object metadata
 * @param spec Wanted token.
 * @param status Issued token; filled by the server.
 */
@ApiType(group = "authentication.k8s.io", version = "v1")
@RecordBuilder
public record TokenRequest(
        @Written @Pb(1) ObjectMeta metadata, @Required @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, TokenRequestBuilder.With {
    public TokenRequest {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public TokenRequest withMetadata(ObjectMeta metadata) {
        return TokenRequestBuilder.With.super.withMetadata(metadata);
    }

    /**
     * Desired properties of a requested token.
     *
     * @param audiences Who may accept the token; empty means the default audience of the server.
     * @param expirationSeconds Wanted lifetime in seconds, at least 600; null is read as 3600, the server may
     *     shorten or stretch it.
     * @param boundObjectRef Object whose deletion makes the token invalid; null binds it to none.
     */
    @TypeName("TokenRequestSpec")
    @RecordBuilder
    public record Spec(
            @Required @Atomic @Pb(1) List<String> audiences,
            @Written @Default("3600") @Pb(4) @Nullable Long expirationSeconds,
            @Written @Pb(3) @Nullable BoundObjectReference boundObjectRef)
            implements TokenRequestSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null);

        public Spec {
            audiences = Absent.list(audiences);
        }
    }

    /**
     * Token issued on request.
     *
     * @param token The signed token; keep it secret.
     * @param expirationTimestamp When the token stops being valid.
     */
    @TypeName("TokenRequestStatus")
    @RecordBuilder
    public record Status(@Required @Pb(1) String token, @Required @Pb(2) @Nullable Instant expirationTimestamp)
            implements TokenRequestStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null);

        public Status {
            token = Absent.text(token);
        }
    }

    /**
     * Object a token is tied to.
     *
     * @param kind Kind: Pod, Secret or Node.
     * @param apiVersion API version of the object, such as v1.
     * @param name Name of the object.
     * @param uid Unique identifier of the object; empty skips the comparison.
     */
    @RecordBuilder
    public record BoundObjectReference(
            @Pb(1) @Nullable String kind,
            @Pb(2) @Nullable String apiVersion,
            @Pb(3) @Nullable String name,
            @NamedType("types.UID") @Pb(4) @Nullable String uid)
            implements TokenRequestBoundObjectReferenceBuilder.With {
        public BoundObjectReference {
            kind = Absent.optional(kind);
            apiVersion = Absent.optional(apiVersion);
            name = Absent.optional(name);
            uid = Absent.optional(uid);
        }
    }
}
