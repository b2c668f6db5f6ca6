package io.kubelayers.examples.benchmarks;

import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.PolicyRule;
import io.kubelayers.governance.rbac.RbacAuthorizer;
import io.kubelayers.governance.rbac.RbacDecision;
import io.kubelayers.governance.rbac.RbacEvaluator;
import io.kubelayers.governance.rbac.RbacPolicy;
import io.kubelayers.governance.rbac.RoleRef;
import io.kubelayers.governance.rbac.Subject;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.control.StoreInformers;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * May somebody of three groups get pods/log? Fifty ClusterRoles of five rules, and bindings of one subject each: users,
 * groups and service accounts in turn. Allowed by the last user's binding, or by none.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RbacBenchmark {
    private static final int ROLES = 50;
    private static final TypeRegistry TYPES = TypeRegistry.of(GovernanceKinds.ALL);
    private static final String API_GROUP = "rbac.authorization.k8s.io";

    @Param({"100", "1000", "10000", "100000"})
    public int bindings;

    private RbacEvaluator evaluator = RbacEvaluator.of(RbacPolicy.EMPTY);
    private RbacAuthorizer cluster = RbacAuthorizer.of(RbacPolicy.EMPTY);
    private AccessRequest allowed = request("nobody");
    private final AccessRequest refused = request("nobody");

    @Setup
    public void setUp() {
        var objects = new ArrayList<KubernetesObject>();
        for (int role = 0; role < ROLES; role++) {
            var rules = new ArrayList<PolicyRule>();
            for (int rule = 0; rule < 5; rule++) {
                rules.add(PolicyRule.onResources(
                        List.of("get", "list", "watch"),
                        List.of("apps", ""),
                        List.of("res-" + rule, "pods", "pods/log")));
            }
            objects.add(new ClusterRole(meta("role-" + role), rules, null));
        }
        int lastUser = 0;
        for (int i = 0; i < bindings; i++) {
            objects.add(new ClusterRoleBinding(
                    meta("crb-" + i), List.of(subject(i)), new RoleRef(API_GROUP, "ClusterRole", "role-" + i % ROLES)));
            lastUser = i % 3 == 0 ? i : lastUser;
        }
        evaluator = RbacEvaluator.of(RbacPolicy.of(objects));
        cluster = RbacAuthorizer.of(new StoreInformers(stored(objects), () -> TYPES));
        allowed = request("user-" + lastUser);
    }

    private static MemoryStore stored(List<KubernetesObject> objects) {
        var store = MemoryStore.indexedBy(RbacAuthorizer.indexes());
        for (var object : objects) {
            var resource = TYPES.typeOf(object).storageResource();
            store.create(new Key(resource, "", object.metadata().nameOrEmpty()), object);
        }
        return store;
    }

    private static Subject subject(int i) {
        return switch (i % 3) {
            case 0 -> new Subject("User", API_GROUP, "user-" + i, null);
            case 1 -> new Subject("Group", API_GROUP, "group-" + i, null);
            default -> new Subject("ServiceAccount", null, "sa-" + i, "team");
        };
    }

    private static ObjectMeta meta(String name) {
        return ObjectMetaBuilder.builder().name(name).build();
    }

    private static AccessRequest request(String user) {
        return AccessRequest.to(
                        Users.user(user, "system:serviceaccounts", "system:authenticated", "devs"), "get", "", "pods")
                .withSubresource("log")
                .withName("web")
                .withNamespace("team");
    }

    /** The reason is made too. */
    @Benchmark
    public String allowed() {
        return evaluator.authorize(allowed).reason();
    }

    /** In a cluster, whose store is written while it is asked: what was looked up is remembered until a write. */
    @Benchmark
    public String allowedInCluster() {
        return cluster.authorize(allowed).reason();
    }

    @Benchmark
    public RbacDecision refused() {
        return evaluator.authorize(refused);
    }
}
