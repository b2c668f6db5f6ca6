package io.kubelayers.nucleus.client;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.function.Supplier;

/**
 * A client that calls a server in the same process: no copy, no wire.
 *
 * @param server gives the server; asked at each call, so that parts of a server may hold a client of it
 * @param user on whose behalf requests are sent
 */
public record InProcessClient(Supplier<ApiServer> server, UserInfo user) implements Client {
    @Override
    public TypeRegistry types() {
        return server.get().types();
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return server.get().handle(request.withCredentials(Credentials.of(user)));
    }

    @Override
    public Client as(UserInfo other) {
        return new InProcessClient(server, other);
    }
}
