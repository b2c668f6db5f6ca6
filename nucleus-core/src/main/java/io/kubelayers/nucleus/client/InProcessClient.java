package io.kubelayers.nucleus.client;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client that calls a server in the same process: no copy, no wire.
 *
 * @param server gives the server; asked at each call, so that parts of a server may hold a client of it
 * @param user on whose behalf requests are sent
 * @param manager who owns the fields that it writes, unless a request says so; null leaves it to the user's name
 */
public record InProcessClient(Supplier<ApiServer> server, UserInfo user, @Nullable String manager) implements Client {
    /** A client whose fields are owned under the user's name. */
    public InProcessClient(Supplier<ApiServer> server, UserInfo user) {
        this(server, user, null);
    }

    @Override
    public TypeRegistry types() {
        return server.get().types();
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        var sent = request.withCredentials(Credentials.of(user));
        return server.get().handle(manager == null ? sent : managed(sent, manager));
    }

    private static ApiRequest managed(ApiRequest request, String manager) {
        boolean writes =
                switch (request.verb()) {
                    case CREATE, UPDATE, PATCH -> true;
                    default -> false;
                };
        var options = request.options();
        return writes && options.fieldManager() == null
                ? request.withOptions(options.withFieldManager(manager))
                : request;
    }

    @Override
    public Client as(UserInfo other) {
        return new InProcessClient(server, other, manager);
    }
}
