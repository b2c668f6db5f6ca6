package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;

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
        require(question(context, context.verb()));
    }

    /** What is to be allowed for a request, or for it as another verb. */
    static AccessRequest question(RequestContext context, Verb verb) {
        var request = context.request();
        var resource = request.resource();
        var fields = fields(request);
        return new AccessRequest(
                context.user(),
                verb.word(),
                true,
                resource.group(),
                resource.version(),
                resource.resource(),
                request.subresource(),
                nameAskedFor(request, fields),
                place(request),
                "",
                fields.requirements());
    }

    /** Lists and watches of one name by field selector count as about that object (apiserver {@code request/requestinfo.go}). */
    private static String nameAskedFor(ApiRequest request, FieldSelector fields) {
        return request.name().isEmpty() ? fields.exactValue("metadata.name").orElse("") : request.name();
    }

    private static FieldSelector fields(ApiRequest request) {
        var fields = request.options().fieldSelector();
        if (fields == null || fields.isEmpty()) {
            return FieldSelector.everything();
        }
        try {
            return FieldSelector.parse(fields);
        } catch (InvalidSelectorException refusedLater) {
            // reading the options answers it
            return FieldSelector.everything();
        }
    }

    /** A namespace is asked about as something in itself. */
    private static String place(ApiRequest request) {
        boolean namespace = request.resource().group().isEmpty()
                && request.resource().resource().equals("namespaces");
        return namespace ? request.name() : request.namespace();
    }

    /** Who changes what is not there must be allowed to create it; upstream gives the authorizer's reason alone. */
    void requireMayCreate(RequestContext context) {
        var question = question(context, Verb.CREATE);
        var decision = authorizer.authorize(question);
        if (!decision.allowed()) {
            throw ApiErrors.forbidden(
                            new ApiErrors.Resource(question.apiGroup(), question.resource()),
                            question.name(),
                            decision.reason())
                    .because(decision);
        }
    }

    void require(AccessRequest question) {
        var decision = authorizer.authorize(question);
        if (!decision.allowed()) {
            throw ApiErrors.forbidden(
                            new ApiErrors.Resource(question.apiGroup(), question.resource()),
                            question.name(),
                            why(question, decision.reason()))
                    .because(decision);
        }
    }

    /** Upstream's sentence (apiserver {@code handlers/responsewriters/errors.go}). */
    private static String why(AccessRequest question, String reason) {
        if (!question.resourceRequest()) {
            var path = "User \"" + question.user().username() + "\" cannot " + question.verb() + " path \""
                    + question.path() + "\"";
            return reason.isEmpty() ? path : path + ": " + reason;
        }
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
