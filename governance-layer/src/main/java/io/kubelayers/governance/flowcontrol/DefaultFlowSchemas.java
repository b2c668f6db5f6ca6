package io.kubelayers.governance.flowcontrol;

import io.kubelayers.governance.flowcontrol.FlowSchema.FlowDistinguisherMethod;
import io.kubelayers.governance.flowcontrol.FlowSchema.FlowDistinguisherMethodType;
import io.kubelayers.governance.flowcontrol.FlowSchema.GroupSubject;
import io.kubelayers.governance.flowcontrol.FlowSchema.NonResourcePolicyRule;
import io.kubelayers.governance.flowcontrol.FlowSchema.PolicyRulesWithSubjects;
import io.kubelayers.governance.flowcontrol.FlowSchema.PriorityLevelConfigurationReference;
import io.kubelayers.governance.flowcontrol.FlowSchema.ResourcePolicyRule;
import io.kubelayers.governance.flowcontrol.FlowSchema.ServiceAccountSubject;
import io.kubelayers.governance.flowcontrol.FlowSchema.Subject;
import io.kubelayers.governance.flowcontrol.FlowSchema.SubjectKind;
import io.kubelayers.governance.flowcontrol.FlowSchema.UserSubject;
import io.kubelayers.nucleus.access.Users;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flow schemas that every API server has (apiserver {@code apis/flowcontrol/bootstrap}). */
final class DefaultFlowSchemas {
    private static final String BY_USER = FlowDistinguisherMethodType.BY_USER;
    private static final String BY_NAMESPACE = FlowDistinguisherMethodType.BY_NAMESPACE;
    private static final String CONTROLLER_MANAGER = "system:kube-controller-manager";
    private static final String SCHEDULER = "system:kube-scheduler";
    private static final List<String> ALL = List.of("*");
    private static final List<String> LEADING = List.of("get", "create", "update");
    private static final List<String> CORE = List.of("");
    private static final List<String> COORDINATION = List.of("coordination.k8s.io");
    private static final List<String> LEASES = List.of("leases");
    private static final List<String> LOCKS = List.of("endpoints", "configmaps");

    private DefaultFlowSchemas() {}

    /** All of them; {@code exempt} and {@code catch-all} are mandatory. */
    static List<FlowSchema> all() {
        var everybody = List.of(group(Users.UNAUTHENTICATED), group(Users.AUTHENTICATED));
        var kubeSystem = List.of(account("*"));
        var leaders = new ArrayList<>(List.of(user(CONTROLLER_MANAGER), user(SCHEDULER)));
        leaders.addAll(kubeSystem);
        var endpoints = List.of(
                user(CONTROLLER_MANAGER), account("endpoint-controller"), account("endpointslicemirroring-controller"));
        return List.of(
                everything("exempt", "exempt", 1, null, List.of(group(Users.MASTERS))),
                everything("catch-all", "catch-all", 10000, BY_USER, everybody),
                new Schema("probes", "exempt", 2, null)
                        .of(
                                everybody,
                                List.of(),
                                List.of(new NonResourcePolicyRule(
                                        List.of("get"), List.of("/healthz", "/readyz", "/livez")))),
                new Schema("system-leader-election", "leader-election", 100, BY_USER)
                        .of(
                                leaders,
                                rule(LEADING, CORE, LOCKS, false, "kube-system"),
                                rule(LEADING, COORDINATION, LEASES, false, "*")),
                new Schema("endpoint-controller", "workload-high", 150, BY_USER)
                        .of(endpoints, rule(LEADING, CORE, List.of("endpoints"), false, "*")),
                new Schema("workload-leader-election", "leader-election", 200, BY_USER)
                        .of(
                                kubeSystem,
                                rule(LEADING, CORE, LOCKS, false, "*"),
                                rule(LEADING, COORDINATION, LEASES, false, "*")),
                new Schema("system-node-high", "node-high", 400, BY_USER)
                        .of(
                                List.of(group(Users.NODES)),
                                rule(ALL, CORE, List.of("nodes", "nodes/status"), true, "*"),
                                rule(ALL, COORDINATION, LEASES, false, "*")),
                everything("system-nodes", "system", 500, BY_USER, List.of(group(Users.NODES))),
                everything(
                        "kube-controller-manager",
                        "workload-high",
                        800,
                        BY_NAMESPACE,
                        List.of(user(CONTROLLER_MANAGER))),
                everything("kube-scheduler", "workload-high", 800, BY_NAMESPACE, List.of(user(SCHEDULER))),
                everything("kube-system-service-accounts", "workload-high", 900, BY_NAMESPACE, kubeSystem),
                everything("service-accounts", "workload-low", 9000, BY_USER, List.of(group(Users.SERVICE_ACCOUNTS))),
                everything("global-default", "global-default", 9900, BY_USER, everybody));
    }

    /** A schema but for its rules. */
    private record Schema(String name, String level, int precedence, @Nullable String distinguisher) {
        FlowSchema of(List<Subject> subjects, ResourcePolicyRule... resources) {
            return of(subjects, List.of(resources), List.of());
        }

        FlowSchema of(List<Subject> subjects, List<ResourcePolicyRule> resources, List<NonResourcePolicyRule> paths) {
            var spec = new FlowSchema.Spec(
                    new PriorityLevelConfigurationReference(level),
                    precedence,
                    distinguisher == null ? null : new FlowDistinguisherMethod(distinguisher),
                    List.of(new PolicyRulesWithSubjects(subjects, resources, paths)));
            return new FlowSchema(DefaultFlowControl.metadata(name), spec, FlowSchema.Status.EMPTY);
        }
    }

    private static FlowSchema everything(
            String name, String level, int precedence, @Nullable String distinguisher, List<Subject> subjects) {
        return new Schema(name, level, precedence, distinguisher)
                .of(subjects, List.of(rule(ALL, ALL, ALL, true, "*")), List.of(new NonResourcePolicyRule(ALL, ALL)));
    }

    private static ResourcePolicyRule rule(
            List<String> verbs, List<String> groups, List<String> resources, boolean clusterScope, String namespace) {
        return new ResourcePolicyRule(verbs, groups, resources, clusterScope, List.of(namespace));
    }

    private static Subject user(String name) {
        return new Subject(SubjectKind.USER, new UserSubject(name), null, null);
    }

    private static Subject group(String name) {
        return new Subject(SubjectKind.GROUP, null, new GroupSubject(name), null);
    }

    private static Subject account(String name) {
        return new Subject(SubjectKind.SERVICE_ACCOUNT, null, null, new ServiceAccountSubject("kube-system", name));
    }
}
