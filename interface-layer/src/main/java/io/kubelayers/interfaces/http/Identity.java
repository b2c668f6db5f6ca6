package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Who sends a request: by certificate, by bearer token, or nobody known; and on whose behalf, if they impersonate. */
final class Identity {
    private final ApiServer server;
    private final List<Authenticator> more;
    private final boolean anonymous;

    /**
     * Of a server's senders.
     *
     * @param more ways to know them, tried before those of the server
     * @param anonymous whether those who show nothing are let in as {@code system:anonymous}
     */
    Identity(ApiServer server, List<Authenticator> more, boolean anonymous) {
        this.server = server;
        this.more = List.copyOf(more);
        this.anonymous = anonymous;
    }

    /**
     * The user to act as.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 401 if nobody is known by what they show, 403 if they may not
     *     impersonate
     */
    UserInfo of(HttpRequest request) {
        var user = sender(request);
        var wanted = Impersonation.of(request.headers());
        if (wanted.isEmpty()) {
            return user;
        }
        for (AccessRequest question : wanted.get().questions(user)) {
            server.authorize(question);
        }
        return wanted.get().user();
    }

    private UserInfo sender(HttpRequest request) {
        var certificate = request.certificate();
        if (certificate != null) {
            return CertificateUser.of(certificate);
        }
        var token = token(request);
        if (!token.isEmpty()) {
            return authenticated(known(Credentials.token(token)));
        }
        if (!anonymous || request.stranger()) {
            throw ApiErrors.unauthorized("Unauthorized");
        }
        return Users.anonymous();
    }

    private UserInfo known(Credentials credentials) {
        for (var authenticator : more) {
            var user = authenticator.authenticate(credentials);
            if (user.isPresent()) {
                return user.get();
            }
        }
        return server.authenticate(credentials);
    }

    /** The token; browsers, which can't set the header of a WebSocket, show it as the name of a protocol. */
    private static String token(HttpRequest request) {
        var header = bearer(request.headers().first("Authorization"));
        if (!header.isEmpty()) {
            return header;
        }
        for (var line : request.headers().all("Sec-WebSocket-Protocol")) {
            for (var protocol : line.split(",")) {
                var name = protocol.strip();
                if (name.startsWith(UpgradeRequest.BEARER)) {
                    return decoded(name.substring(UpgradeRequest.BEARER.length()));
                }
            }
        }
        return "";
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiErrors.unauthorized("Unauthorized");
        }
    }

    private static String bearer(String header) {
        var parts = header.strip().split(" ", 3);
        return parts.length > 1 && parts[0].equalsIgnoreCase("bearer") ? parts[1] : "";
    }

    /** Whoever is known is also a member of the group of all that are. */
    static UserInfo authenticated(UserInfo user) {
        if (user.groups().contains(Users.AUTHENTICATED) || user.groups().contains(Users.UNAUTHENTICATED)) {
            return user;
        }
        var groups = new ArrayList<>(user.groups());
        groups.add(Users.AUTHENTICATED);
        return new UserInfo(user.username(), user.uid(), groups, user.extra());
    }

    static UserInfo user(String name, List<String> groups) {
        return authenticated(new UserInfo(name, null, groups, Map.of()));
    }
}
