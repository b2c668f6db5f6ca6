package io.kubelayers.governance.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.podsecurity.PodSecurityConfiguration.Exemptions;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The plugin at work in a cluster. */
class PodSecurityClusterTest {
    private static final Pod PRIVILEGED = SecurePods.pod(SecurePods.containers("privileged: true"));

    private static Cluster cluster(GovernanceLayer governance) {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), governance)
                .nodes(1, node -> node)
                .start();
    }

    @Test
    void withoutLabelsEverythingIsAllowed() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            assertThat(cluster.client().create(PRIVILEGED).metadata().nameOrEmpty())
                    .isEqualTo("web");
        }
    }

    @Test
    void enforcedNamespacesRefusePodsAndSayWhy() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            cluster.client().create(namespace("shop", Map.of(NamespacePolicy.ENFORCE_LABEL, "baseline")));

            assertThatThrownBy(() -> cluster.client().create(in("shop", PRIVILEGED)))
                    .hasMessage("pods \"web\" is forbidden: violates PodSecurity \"baseline:latest\": privileged"
                            + " (container \"a\" must not set securityContext.privileged=true)");
        }
    }

    @Test
    void workloadsAreAcceptedButTheirPodsNeverCome() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            cluster.client().create(namespace("shop", Map.of(NamespacePolicy.ENFORCE_LABEL, "baseline")));
            cluster.client().create(deployment());
            cluster.settle();

            assertThat(cluster.client().on(Pod.class).list("shop").items()).isEmpty();
            assertThat(cluster.client().on(Event.class).list("shop").items())
                    .extracting(event -> String.valueOf(event.message()))
                    .anyMatch(message -> message.contains("violates PodSecurity \"baseline:latest\": privileged"));
        }
    }

    @Test
    void aStricterLabelWarnsAboutPodsThatRunAlready() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            cluster.client().create(PRIVILEGED);
            var strict = cluster.client()
                    .on(Namespace.class)
                    .get("", "default")
                    .withMetadata(ObjectMetaBuilder.builder()
                            .name("default")
                            .labels(Map.of(NamespacePolicy.ENFORCE_LABEL, "restricted"))
                            .build());

            var answer = cluster.client()
                    .send(new ApiRequest(
                            Credentials.none(),
                            Verb.UPDATE,
                            ResourceType.of(Namespace.class).groupVersionResource(),
                            "",
                            "",
                            "default",
                            Body.of(strict),
                            RequestOptions.NONE));

            assertThat(answer.warnings())
                    .containsExactly(
                            "existing pods in namespace \"default\" violate the new PodSecurity enforce level"
                                    + " \"restricted:latest\"",
                            "web: privileged, allowPrivilegeEscalation != false, unrestricted capabilities,"
                                    + " runAsNonRoot != true, seccompProfile");
        }
    }

    @Test
    void labelsNobodyCanReadAreRefused() {
        try (var cluster = cluster(GovernanceLayer.standard())) {
            assertThatThrownBy(() ->
                            cluster.client().create(namespace("shop", Map.of(NamespacePolicy.ENFORCE_LABEL, "strict"))))
                    .hasMessage("Namespace \"shop\" is invalid: metadata.labels[pod-security.kubernetes.io/enforce]:"
                            + " Invalid value: \"strict\": must be one of privileged, baseline, restricted");
        }
    }

    @Test
    void exemptNamespacesAreNotLookedAt() {
        var restricted = LevelVersion.parse("restricted");
        var configuration = PodSecurityConfiguration.DEFAULT
                .withDefaults(new NamespacePolicy(restricted, restricted, restricted))
                .withExemptions(new Exemptions(List.of(), List.of("kube-system"), List.of()));
        try (var cluster = cluster(GovernanceLayer.standard().podSecurity(configuration))) {
            assertThat(cluster.client()
                            .create(in("kube-system", PRIVILEGED))
                            .metadata()
                            .namespaceOrEmpty())
                    .isEqualTo("kube-system");
            assertThatThrownBy(() -> cluster.client().create(PRIVILEGED)).hasMessageContaining("restricted:latest");
            assertThat(cluster.client().create(SecurePods.compliant()).spec().containers())
                    .hasSize(1);
        }
    }

    private static Namespace namespace(String name, Map<String, String> labels) {
        return NamespaceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).labels(labels).build())
                .build();
    }

    private static Pod in(String namespace, Pod pod) {
        return pod.withMetadata(pod.metadata().withNamespace(namespace));
    }

    private static Deployment deployment() {
        var labels = Map.of("app", "web");
        var template =
                new PodTemplateSpec(ObjectMetaBuilder.builder().labels(labels).build(), PRIVILEGED.spec());
        return DeploymentBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("shop")
                        .name("web")
                        .build())
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(1)
                        .selector(new LabelSelector(labels, List.of()))
                        .template(template)
                        .build())
                .build();
    }
}
