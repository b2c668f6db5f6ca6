package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.discovery.Discovery;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.aggregation.LocalServices;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.client.InProcessClient;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.types.GroupVersion;
import java.util.List;

/**
 * The APIServices of a server: they put discovery in order, and what one registers for a server elsewhere is unavailable,
 * since requests are not passed on (kube-aggregator {@code apiserver/handler_proxy.go}).
 */
final class RegisteredServices {
    private final ApiServer server;
    private final Client client;

    RegisteredServices(ApiServer server) {
        this.server = server;
        this.client = new InProcessClient(() -> server, Users.admin());
    }

    /** Discovery as of now. */
    Discovery discovery() {
        return Discovery.of(server.types(), server.extensions(), all());
    }

    private List<APIService> all() {
        if (server.types().byClass(APIService.class).isEmpty()) {
            return List.of();
        }
        return client.on(APIService.class).list("").items();
    }

    /** Whether a path lies within a version of a group that is registered for a server elsewhere. */
    boolean areAskedElsewhere(String path) {
        if (!path.startsWith("/apis/")) {
            return false;
        }
        int group = path.indexOf('/', 6);
        if (group < 0) {
            return false;
        }
        int end = path.indexOf('/', group + 1);
        var version =
                new GroupVersion(path.substring(6, group), path.substring(group + 1, end < 0 ? path.length() : end));
        return !server.serves(version.group(), version.version()) && isRegistered(version);
    }

    private boolean isRegistered(GroupVersion version) {
        try {
            return client.on(APIService.class)
                            .get("", LocalServices.name(version))
                            .spec()
                            .service()
                    != null;
        } catch (ApiException missing) {
            return false;
        }
    }
}
