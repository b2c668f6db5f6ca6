package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.authentication.TokenRequestSpecBuilder;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.SubresourceHandler;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code serviceaccounts/token}: issues tokens (registry {@code core/serviceaccount/storage/token.go}). */
final class TokenSubresource implements SubresourceHandler {
    private static final long SHORTEST = 600;
    private static final long LONGEST = 1L << 32;
    private static final long USUAL = 3600;

    private final AccountTokens tokens;
    private final Informers informers;
    private final Runtime runtime;

    TokenSubresource(AccountTokens tokens, Informers informers, Runtime runtime) {
        this.tokens = tokens;
        this.informers = informers;
        this.runtime = runtime;
    }

    @Override
    public Class<? extends KubernetesObject> parent() {
        return ServiceAccount.class;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!(request.body() instanceof Body.Typed typed) || !(typed.object() instanceof TokenRequest asked)) {
            throw ApiErrors.badRequest("the body is no TokenRequest");
        }
        var account = informers
                .lister(ServiceAccount.class)
                .get(request.namespace(), request.name())
                .orElseThrow(() -> ApiErrors.notFound(resource("serviceaccounts"), request.name()));
        checkPlace(asked, request);
        var given = asked.spec().expirationSeconds();
        long seconds = given == null ? USUAL : given;
        check(seconds);
        var bound = bound(asked.spec().boundObjectRef(), account);
        var audiences = asked.spec().audiences().isEmpty()
                ? List.of(AccountTokens.ISSUER)
                : asked.spec().audiences();
        var now = runtime.timestamp();
        var expires = now.plusSeconds(seconds);
        var text = tokens.write(new AccountToken(
                request.namespace(),
                request.name(),
                String.valueOf(account.metadata().uid()),
                audiences,
                now,
                expires,
                runtime.newUid(),
                bound));
        var metadata = ObjectMetaBuilder.builder(asked.metadata())
                .name(request.name())
                .namespace(request.namespace())
                .creationTimestamp(now)
                .build();
        var spec = TokenRequestSpecBuilder.builder(asked.spec())
                .audiences(audiences)
                .expirationSeconds(seconds)
                .build();
        return new ApiResponse.One(
                201, new TokenRequest(metadata, spec, new TokenRequest.Status(text, expires)), List.of());
    }

    private static void checkPlace(TokenRequest asked, ApiRequest request) {
        var name = asked.metadata().nameOrEmpty();
        if (!name.isEmpty() && !name.equals(request.name())) {
            throw ApiErrors.badRequest("must match the service account name if specified");
        }
        var namespace = asked.metadata().namespaceOrEmpty();
        if (!namespace.isEmpty() && !namespace.equals(request.namespace())) {
            throw ApiErrors.badRequest("must match the service account namespace if specified");
        }
    }

    private static void check(long seconds) {
        var field = FieldPath.of("spec", "expirationSeconds");
        var errors = new ArrayList<FieldError>();
        if (seconds < SHORTEST) {
            errors.add(FieldError.invalid(field, seconds, "may not specify a duration less than 10 minutes"));
        }
        if (seconds > LONGEST) {
            errors.add(FieldError.invalid(field, seconds, "may not specify a duration larger than 2^32 seconds"));
        }
        if (!errors.isEmpty()) {
            throw ApiErrors.invalid("authentication.k8s.io", "TokenRequest", "", errors);
        }
    }

    private AccountToken.@Nullable Bound bound(
            TokenRequest.@Nullable BoundObjectReference reference, ServiceAccount account) {
        if (reference == null) {
            return null;
        }
        var kind = orEmpty(reference.kind());
        var version = orEmpty(reference.apiVersion());
        var name = orEmpty(reference.name());
        boolean bindable =
                version.equals("v1") && List.of("Pod", "Secret", "Node").contains(kind);
        if (!bindable) {
            throw ApiErrors.badRequest("cannot bind token to object of type "
                    + (version.contains("/") ? version : "/" + version) + ", Kind=" + kind);
        }
        var namespace = account.metadata().namespaceOrEmpty();
        var object = BoundObjects.find(informers, kind, namespace, name)
                .orElseThrow(() -> ApiErrors.notFound(resource(plural(kind)), name));
        var uid = String.valueOf(object.metadata().uid());
        if (reference.uid() != null && !reference.uid().equals(uid)) {
            throw ApiErrors.conflict(
                    resource(kind),
                    name,
                    "the UID in the bound object reference (" + reference.uid()
                            + ") does not match the UID in record. The object might have been deleted and then"
                            + " recreated");
        }
        return new AccountToken.Bound(kind, name, uid);
    }

    private static String plural(String kind) {
        return kind.toLowerCase(Locale.ROOT) + "s";
    }

    private static ApiErrors.Resource resource(String plural) {
        return new ApiErrors.Resource("", plural);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
