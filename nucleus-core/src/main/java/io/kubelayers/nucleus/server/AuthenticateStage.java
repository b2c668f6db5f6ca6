package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Recognition;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

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
        context.user(authenticate(context.request().credentials()));
    }

    Optional<TokenIssuer> issuer() {
        for (var authenticator : authenticators) {
            var issuer = authenticator.issuer();
            if (issuer.isPresent()) {
                return issuer;
            }
        }
        return Optional.empty();
    }

    UserInfo authenticate(Credentials credentials) {
        for (var authenticator : authenticators) {
            var user = authenticator.authenticate(credentials);
            if (user.isPresent()) {
                return user.get();
            }
        }
        throw ApiErrors.unauthorized("Unauthorized");
    }

    /** What the credentials are worth to these audiences; all complaints in one if they are not. */
    Recognition recognize(Credentials credentials, List<String> audiences) {
        var complaints = new LinkedHashSet<String>();
        complaints.add("invalid bearer token");
        for (var authenticator : authenticators) {
            var recognized = authenticator.recognize(credentials, audiences);
            if (recognized.user() != null) {
                return recognized;
            }
            if (recognized.complaint() != null) {
                complaints.add(recognized.complaint());
            }
        }
        var all = String.join(", ", complaints);
        return Recognition.refused(complaints.size() == 1 ? all : "[" + all + "]");
    }
}
