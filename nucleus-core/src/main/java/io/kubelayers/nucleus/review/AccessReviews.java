package io.kubelayers.nucleus.review;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.RuleResolver;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.server.VirtualResource;
import java.util.List;

/** All reviews that a server answers from its authorizers. */
public final class AccessReviews {
    private AccessReviews() {}

    /**
     * The reviews of one server.
     *
     * @param authorizer what decides on requests to the server
     * @param authorizers the parts it consists of; those that can list rules are asked for them
     * @param runtime tells the time
     */
    public static List<VirtualResource> of(Authorizer authorizer, List<Authorizer> authorizers, Runtime runtime) {
        var resolvers = authorizers.stream()
                .filter(RuleResolver.class::isInstance)
                .map(RuleResolver.class::cast)
                .toList();
        boolean complete = resolvers.size() == authorizers.size();
        return List.of(
                new SelfAccessReviews(authorizer),
                new UserAccessReviews(authorizer),
                new LocalAccessReviews(authorizer),
                new RulesReviews(resolvers, complete),
                new SelfReviews(runtime));
    }
}
