package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.errors.ApiErrors;

/** May they? Routes the request to a resource, then asks the authorizer; anything but yes is 403. */
final class AuthorizeStage implements Stage {
    private final Authorizer authorizer;

    AuthorizeStage(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return "authorize";
    }

    @Override
    public void handle(RequestContext context) {
        var request = context.request();
        var resource = request.resource();
        var question = new AccessRequest(
                context.user(),
                request.verb().word(),
                true,
                resource.group(),
                resource.version(),
                resource.resource(),
                request.subresource(),
                request.name(),
                request.namespace(),
                "");
        var decision = authorizer.authorize(question);
        if (!decision.allowed()) {
            throw ApiErrors.forbidden(
                            new ApiErrors.Resource(resource.group(), resource.resource()),
                            request.name(),
                            why(question, decision.reason()))
                    .because(decision);
        }
    }

    /** Upstream's sentence (apiserver {@code handlers/responsewriters/errors.go}). */
    private static String why(AccessRequest question, String reason) {
        var text = new StringBuilder("User \"")
                .append(question.user().username())
                .append("\" cannot ")
                .append(question.verb())
                .append(" resource \"")
                .append(question.resource());
        if (!question.subresource().isEmpty()) {
            text.append('/').append(question.subresource());
        }
        text.append("\" in API group \"").append(question.apiGroup()).append('"');
        if (question.namespace().isEmpty()) {
            text.append(" at the cluster scope");
        } else {
            text.append(" in the namespace \"").append(question.namespace()).append('"');
        }
        if (!reason.isEmpty()) {
            text.append(": ").append(reason);
        }
        return text.toString();
    }
}
