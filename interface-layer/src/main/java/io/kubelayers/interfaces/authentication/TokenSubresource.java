package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.authentication.TokenRequest;
import io.kubelayers.nucleus.authentication.TokenRequestSpecBuilder;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
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
import io.kubelayers.nucleus.validation.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code serviceaccounts/token}: issues tokens (registry {@code core/serviceaccount/storage/token.go}). */
final class TokenSubresource implements SubresourceHandler {
    private static final long SHORTEST = 600;
    private static final long LONGEST = 1L << 32;
    private static final long USUAL = 3600;

    /** What kubelets ask for tokens in pods; those last longer than they say, for clients that don't read them again. */
    private static final long OF_PROJECTIONS = 3607;

    private static final long YEAR = 365 * 24 * 3600;
    private static final String GROUP = "authentication.k8s.io";
    private static final String KIND = "TokenRequest";

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

    /** A uid that is sent tells which account is meant. */
    @Override
    public boolean keepsSystemFields() {
        return true;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        if (!(request.body() instanceof Body.Typed typed) || !(typed.object() instanceof TokenRequest asked)) {
            throw ApiErrors.badRequest("the body is no TokenRequest");
        }
        checkName(asked, request);
        var account = informers
                .lister(ServiceAccount.class)
                .get(request.namespace(), request.name())
                .orElseThrow(() -> ApiErrors.notFound(resource("serviceaccounts"), request.name()));
        var uid = account.metadata().uidOrEmpty();
        checkUid(asked, request, uid);
        var given = asked.spec().expirationSeconds();
        long seconds = given == null ? USUAL : given;
        check(seconds);
        var reference = asked.spec().boundObjectRef();
        var object = reference == null ? null : object(reference, account);
        var bound = reference == null || object == null ? null : bound(reference, object);
        var audiences = asked.spec().audiences().isEmpty()
                ? List.of(AccountTokens.ISSUER)
                : asked.spec().audiences();
        var now = runtime.timestamp();
        boolean stretched = object instanceof Pod
                && seconds == OF_PROJECTIONS
                && List.of(AccountTokens.ISSUER).containsAll(audiences);
        var text = tokens.write(new AccountToken(
                request.namespace(),
                request.name(),
                uid,
                audiences,
                now,
                now.plusSeconds(stretched ? YEAR : seconds),
                runtime.newUid(),
                bound,
                object instanceof Pod pod ? nodeOf(pod) : null));
        var metadata = ObjectMetaBuilder.builder(asked.metadata())
                .name(request.name())
                .namespace(request.namespace())
                .uid(uid)
                .creationTimestamp(now)
                .build();
        var spec = TokenRequestSpecBuilder.builder(asked.spec())
                .audiences(audiences)
                .expirationSeconds(seconds)
                .build();
        return new ApiResponse.One(
                201,
                new TokenRequest(metadata, spec, new TokenRequest.Status(text, now.plusSeconds(seconds))),
                List.of());
    }

    private static void checkName(TokenRequest asked, ApiRequest request) {
        var name = asked.metadata().nameOrEmpty();
        if (!name.isEmpty() && !name.equals(request.name())) {
            var error = FieldError.invalid(
                    FieldPath.of("metadata", "name"), name, "must match the service account name if specified");
            throw ApiErrors.invalid(GROUP, KIND, request.name(), List.of(error));
        }
    }

    private static void checkUid(TokenRequest asked, ApiRequest request, String uid) {
        var sent = asked.metadata().uid();
        if (sent != null && !sent.equals(uid)) {
            throw ApiErrors.conflict(
                    new ApiErrors.Resource(GROUP, KIND),
                    request.name(),
                    "the UID in the token request (" + sent + ") does not match the UID of the service account (" + uid
                            + ")");
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
            throw ApiErrors.invalid(GROUP, KIND, "", errors);
        }
    }

    /** The object that the token ends with; of pods only those that run as the account. */
    private KubernetesObject object(TokenRequest.BoundObjectReference reference, ServiceAccount account) {
        var kind = orEmpty(reference.kind());
        var version = orEmpty(reference.apiVersion());
        var name = orEmpty(reference.name());
        if (version.contains("/") || !List.of("Pod", "Secret", "Node").contains(kind)) {
            throw ApiErrors.badRequest("cannot bind token to object of type "
                    + (version.contains("/") ? version : "/" + version) + ", Kind=" + kind);
        }
        var object = BoundObjects.find(informers, kind, account.metadata().namespaceOrEmpty(), name)
                .orElseThrow(() -> ApiErrors.notFound(resource(plural(kind)), name));
        var runner = account.metadata().nameOrEmpty();
        if (object instanceof Pod pod && !runner.equals(pod.spec().serviceAccountName())) {
            throw ApiErrors.badRequest("cannot bind token for serviceaccount " + GoText.quote(runner)
                    + " to pod running with different serviceaccount name.");
        }
        return object;
    }

    private static AccountToken.Bound bound(TokenRequest.BoundObjectReference reference, KubernetesObject object) {
        var uid = object.metadata().uidOrEmpty();
        if (reference.uid() != null && !reference.uid().equals(uid)) {
            throw ApiErrors.conflict(
                    resource(orEmpty(reference.kind())),
                    orEmpty(reference.name()),
                    "the UID in the bound object reference (" + reference.uid()
                            + ") does not match the UID in record. The object might have been deleted and then"
                            + " recreated");
        }
        return new AccountToken.Bound(orEmpty(reference.kind()), orEmpty(reference.name()), uid);
    }

    private AccountToken.@Nullable Bound nodeOf(Pod pod) {
        var name = pod.spec().nodeName();
        if (name == null) {
            return null;
        }
        var node = informers.lister(Node.class).get("", name);
        return new AccountToken.Bound(
                "Node", name, node.map(found -> found.metadata().uidOrEmpty()).orElse(""));
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
