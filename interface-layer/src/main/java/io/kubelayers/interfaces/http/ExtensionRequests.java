package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.ExtensionApi;
import io.kubelayers.nucleus.server.ExtensionRequest;
import java.util.Optional;

/** Requests to groups that answer for themselves: custom and external metrics, or groups of a user's own. */
final class ExtensionRequests {
    private final ApiServer server;

    ExtensionRequests(ApiServer server) {
        this.server = server;
    }

    boolean handles(RequestPath path) {
        return find(path.group()).isPresent();
    }

    /** Whether a path lies within such a group. */
    boolean knows(String group) {
        return find(group).isPresent();
    }

    private Optional<ExtensionApi> find(String group) {
        for (var extension : server.extensions()) {
            if (extension.group().equals(group)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    HttpResponse handle(UserInfo user, RequestPath path, HttpRequest request) {
        var extension = find(path.group()).orElseThrow();
        if (!extension.versions().contains(path.version()) || !path.rest().isEmpty()) {
            throw ApiErrors.noSuchResource();
        }
        var tree = extension.handle(new ExtensionRequest(
                user,
                path.verb(),
                path.version(),
                path.namespace(),
                path.plural(),
                path.name(),
                path.subresource(),
                request.query().firsts()));
        return Text.tree(200, Output.of(request, target -> false), tree);
    }
}
