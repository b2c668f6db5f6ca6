package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.List;

/** Who is it? The first authenticator that knows the credentials answers; nobody knowing them is 401. */
final class AuthenticateStage implements Stage {
    private final List<Authenticator> authenticators;

    AuthenticateStage(List<Authenticator> authenticators) {
        this.authenticators = List.copyOf(authenticators);
    }

    @Override
    public String name() {
        return "authenticate";
    }

    @Override
    public void handle(RequestContext context) {
        for (var authenticator : authenticators) {
            var user = authenticator.authenticate(context.request().credentials());
            if (user.isPresent()) {
                context.user(user.get());
                return;
            }
        }
        throw ApiErrors.unauthorized("Unauthorized");
    }
}
