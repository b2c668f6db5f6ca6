package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those need who check tokens of service accounts themselves (pkg {@code routes/openidmetadata.go}). */
final class IssuerPaths implements PathHandler {
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final String KEYS = "/openid/v1/jwks";

    private final ApiServer server;
    private final String address;

    IssuerPaths(ApiServer server, String address) {
        this.server = server;
        this.address = address;
    }

    @Override
    public Optional<HttpResponse> handle(HttpRequest request) {
        boolean keys = request.path().equals(KEYS);
        if (!keys && !request.path().equals(CONFIGURATION)) {
            return Optional.empty();
        }
        var issuer = server.tokenIssuer();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        if (!request.method().equals("GET")) {
            throw ApiErrors.methodNotAllowed();
        }
        return Optional.of(
                keys
                        ? answer("application/jwk-set+json", issuer.get().keys())
                        : answer("application/json", configuration(issuer.get())));
    }

    private String configuration(TokenIssuer issuer) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("issuer", issuer.name());
        tree.put("jwks_uri", "https://" + address + KEYS);
        tree.put("response_types_supported", List.of("id_token"));
        tree.put("subject_types_supported", List.of("public"));
        tree.put("id_token_signing_alg_values_supported", issuer.algorithms());
        return Codec.json(tree);
    }

    private static HttpResponse answer(String type, String text) {
        var answer = HttpResponse.of(200, type, text.getBytes(StandardCharsets.UTF_8));
        return new HttpResponse(200, answer.headers().with("Cache-Control", "public, max-age=3600"), answer.payload());
    }
}
