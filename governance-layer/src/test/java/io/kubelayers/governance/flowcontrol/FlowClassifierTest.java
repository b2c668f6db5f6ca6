package io.kubelayers.governance.flowcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the schemas that every server has are about which requests. */
class FlowClassifierTest {
    private static final FlowClassifier CLASSIFIER =
            FlowClassifier.of(DefaultFlowControl.schemas(), DefaultFlowControl.levels());

    private static UserInfo user(String name) {
        return switch (name) {
            case "admin" -> Users.admin();
            case "anonymous" -> Users.anonymous();
            case "node" -> Users.node("node-1");
            case "kube-scheduler", "kube-controller-manager" -> Users.user("system:" + name);
            default -> name.contains("/")
                    ? Users.serviceAccount(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1))
                    : Users.user(name);
        };
    }

    @ParameterizedTest(name = "{0} asks to {1} {2} of group {3} in {4}: {5}")
    @CsvSource({
        "admin,                           get,    pods,         '',                  shop,            exempt,                       exempt,          ''",
        "jane,                            list,   pods,         '',                  shop,            global-default,               global-default,  jane",
        "anonymous,                       get,    pods,         '',                  shop,            global-default,               global-default,  system:anonymous",
        "node,                            get,    pods,         '',                  shop,            system-nodes,                 system,          system:node:node-1",
        "node,                            update, nodes/status, '',                  '',              system-node-high,             node-high,       system:node:node-1",
        "node,                            update, leases,       coordination.k8s.io, kube-node-lease, system-node-high,             node-high,       system:node:node-1",
        "kube-scheduler,                  update, leases,       coordination.k8s.io, kube-system,     system-leader-election,       leader-election, system:kube-scheduler",
        "kube-scheduler,                  list,   pods,         '',                  '',              kube-scheduler,               workload-high,   ''",
        "kube-controller-manager,         list,   pods,         '',                  '',              kube-controller-manager,      workload-high,   ''",
        "kube-system/endpoint-controller, update, endpoints,    '',                  shop,            endpoint-controller,          workload-high,   system:serviceaccount:kube-system:endpoint-controller",
        "kube-system/other,               get,    pods,         '',                  shop,            kube-system-service-accounts, workload-high,   shop",
        "kube-system2/other,              get,    pods,         '',                  shop,            service-accounts,             workload-low,    system:serviceaccount:kube-system2:other",
        "shop/web,                        get,    pods,         '',                  shop,            service-accounts,             workload-low,    system:serviceaccount:shop:web",
        "kube-system/other,               update, leases,       coordination.k8s.io, kube-system,     system-leader-election,       leader-election, system:serviceaccount:kube-system:other",
    })
    void resources(
            String name,
            String verb,
            String resource,
            String group,
            String namespace,
            String schema,
            String level,
            String flow) {
        int slash = resource.indexOf('/');
        var request = AccessRequest.to(user(name), verb, group, slash < 0 ? resource : resource.substring(0, slash))
                .withSubresource(slash < 0 ? "" : resource.substring(slash + 1))
                .withNamespace(namespace);
        check(request, schema, level, flow);
    }

    @ParameterizedTest(name = "{0} asks to {1} {2}: {3}")
    @CsvSource({
        "anonymous, get,  /healthz,       probes,         exempt,         ''",
        "anonymous, get,  /readyz/ping,   probes,         exempt,         ''",
        "anonymous, get,  /healthzz,      global-default, global-default, system:anonymous",
        "jane,      post, /healthz,       global-default, global-default, jane",
        "jane,      get,  /version,       global-default, global-default, jane",
        "admin,     get,  /metrics,       exempt,         exempt,         ''",
    })
    void paths(String name, String verb, String path, String schema, String level, String flow) {
        check(AccessRequest.toPath(user(name), verb, path), schema, level, flow);
    }

    private static void check(AccessRequest request, String schema, String level, String flow) {
        var found = CLASSIFIER.classify(request).orElseThrow();
        assertThat(found.schema().metadata().name()).isEqualTo(schema);
        assertThat(found.level().metadata().name()).isEqualTo(level);
        assertThat(found.flow()).isEqualTo(flow);
    }

    @Test
    void the_answer_says_which_schemas_were_passed_over() {
        var request = AccessRequest.to(Users.serviceAccount("shop", "web"), "list", "", "pods")
                .withNamespace("shop");
        var found = CLASSIFIER.classify(request).orElseThrow();
        assertThat(found.explain())
                .isEqualTo("flow schema \"service-accounts\", priority level \"workload-low\","
                        + " flow \"system:serviceaccount:shop:web\"");
        assertThat(Render.text(found))
                .contains("flowschema/probes: no rule for the user is about the request")
                .contains("flowschema/exempt: no rule is for the user")
                .contains("flowschema/service-accounts: a rule is for the user and about the request")
                .doesNotContain("global-default");
    }

    @Test
    void a_schema_without_its_level_is_left_out_and_equal_ones_are_tried_by_name() {
        var schemas = DefaultFlowControl.schemas();
        var early = schemas.stream()
                .filter(schema -> "global-default".equals(schema.metadata().name()))
                .findFirst()
                .orElseThrow();
        var first = early.withMetadata(early.metadata().withName("a"));
        var dangling = early.withMetadata(early.metadata().withName("0"))
                .withSpec(early.spec()
                        .withPriorityLevelConfiguration(new FlowSchema.PriorityLevelConfigurationReference("nowhere")));
        var request = AccessRequest.toPath(Users.user("jane"), "get", "/version");
        var classifier = FlowClassifier.of(List.of(early, first, dangling), DefaultFlowControl.levels());
        assertThat(classifier.classify(request).orElseThrow().schema()).isEqualTo(first);
        assertThat(FlowClassifier.of(List.of(), List.of()).classify(request)).isEmpty();
    }
}
