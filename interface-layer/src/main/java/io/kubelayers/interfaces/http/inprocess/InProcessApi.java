package io.kubelayers.interfaces.http.inprocess;

import io.kubelayers.interfaces.authentication.UserToken;
import io.kubelayers.interfaces.http.HttpRequest;
import io.kubelayers.interfaces.http.HttpResponse;
import io.kubelayers.interfaces.http.RestApi;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.server.ApiServer;
import java.time.InstantSource;
import java.util.List;

/**
 * The API of a server for one user of this process, who shows a token; other credentials the server knows, such as tokens
 * of service accounts, and impersonation work as over a wire. Safe for use by many threads.
 */
public final class InProcessApi {
    private final RestApi api;
    private final InstantSource clock;
    private final UserToken token;

    private InProcessApi(RestApi api, InstantSource clock, UserToken token) {
        this.api = api;
        this.clock = clock;
        this.token = token;
    }

    /** The API of a server, with a token for a user; ages in tables are counted to the clock's time. */
    public static InProcessApi of(ApiServer server, InstantSource clock, UserInfo user) {
        var token = UserToken.of(user);
        var api = RestApi.at(server, clock, "127.0.0.1:443", List.of(token.authenticator()));
        return new InProcessApi(api, clock, token);
    }

    /** The bearer token of the user. */
    public String token() {
        return token.text();
    }

    /** The clock that streams move with. */
    public InstantSource clock() {
        return clock;
    }

    /** Answers a request; refusals are answers too. */
    public HttpResponse handle(HttpRequest request) {
        return api.handle(request);
    }
}
