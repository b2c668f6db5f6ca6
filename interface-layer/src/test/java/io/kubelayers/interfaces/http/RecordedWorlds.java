package io.kubelayers.interfaces.http;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.discovery.AddressBlock;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.nodelifecycle.TaintNodesByCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fresh servers like the recorded one: its users with their tokens, RBAC, and no controllers, except in the family that
 * is about them. Each is a fork of one that was started once.
 */
final class RecordedWorlds {
    private static final String CONTROLLERS = "controllers";

    /** A server alone. */
    private final Cluster still = Cluster.builder()
            .layers(application(), governance(), AuthenticationLayer.standard())
            .authenticator(tokens())
            .withoutControllers()
            .start();

    /** With controllers, but nobody who schedules or runs pods: the conversation does that. */
    private final Cluster acting = Cluster.builder()
            .layers(application().without("scheduler"), governance(), AuthenticationLayer.standard())
            .authenticator(tokens())
            .withoutNodeAgent()
            .admission(new TaintNodesByCondition())
            .start();

    /** A server in its first state, and whether its controllers act between requests. */
    record World(Cluster cluster, RestApi api, boolean controllers) {}

    private static ApplicationLayer application() {
        return ApplicationLayer.standard().serviceRanges(AddressBlock.of("10.96.0.0/16"));
    }

    private static GovernanceLayer governance() {
        return GovernanceLayer.standard().withoutStorageClass().withoutMetricsApis();
    }

    RecordedWorlds() {
        // where no controller runs nobody gathers the rules of these roles
        var roles = still.client().on(ClusterRole.class);
        for (var name : List.of("admin", "edit", "view")) {
            still.client().update(roles.get("", name).withRules(List.of()));
        }
    }

    World fresh(String family) {
        boolean controllers = family.equals(CONTROLLERS);
        var cluster = (controllers ? acting : still).fork();
        var api = RestApi.of(cluster.server(), cluster.runtime().clock());
        return new World(cluster, api, controllers);
    }

    /** The name of a user is their token. */
    private static Authenticator tokens() {
        var users = Map.of(
                "admin", user("admin", "system:masters"),
                "alice", user("alice", "dev"),
                "bob", user("bob"),
                "robot",
                        user(
                                "system:serviceaccount:robots:robot",
                                "system:serviceaccounts",
                                "system:serviceaccounts:robots"));
        return credentials -> credentials.bearerToken() == null
                ? Optional.empty()
                : Optional.ofNullable(users.get(credentials.bearerToken()));
    }

    private static UserInfo user(String name, String... groups) {
        var all = new ArrayList<>(List.of(groups));
        all.add("system:authenticated");
        return new UserInfo(name, name + "-uid", all, Map.of());
    }
}
