package io.kubelayers.governance.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.podsecurity.PodSecurityConfiguration.Exemptions;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.core.EphemeralContainerBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReferenceBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is exempt, which updates are looked at, and what the pods of a relabelled namespace give cause to. */
class PodSecurityReviewTest {
    private static final PodSecurityReview REVIEW = new PodSecurityReview(
            PodSecurity.standard(),
            PodSecurityConfiguration.DEFAULT.withExemptions(
                    new Exemptions(List.of("root-user"), List.of("exempt-ns"), List.of("sandbox"))));
    private static final Map<String, String> BASELINE = Map.of(NamespacePolicy.ENFORCE_LABEL, "baseline");
    private static final Pod BAD = SecurePods.pod("hostPID: true\n" + SecurePods.containers(""));

    private static AdmissionRequest request(
            Operation operation,
            String user,
            String namespace,
            KubernetesObject object,
            @Nullable KubernetesObject old) {
        return new AdmissionRequest(
                operation,
                ResourceType.of(object.getClass()),
                "",
                namespace,
                object.metadata().nameOrEmpty(),
                object,
                old,
                Users.user(user),
                false);
    }

    private static PodSecurityDecision create(String user, String namespace, Pod pod) {
        return REVIEW.pod(request(Operation.CREATE, user, namespace, pod, null), BASELINE);
    }

    @ParameterizedTest(name = "{0} in {1} with runtime class {2}: {3}")
    @CsvSource({
        "jane, team, runc, ''",
        "jane, exempt-ns, runc, namespace",
        "root-user, team, runc, user",
        "jane, team, sandbox, runtimeClass",
        "root-user, exempt-ns, sandbox, namespace",
    })
    void whoIsExemptIsNotLookedAt(String user, String namespace, String runtimeClass, String exempt) {
        var decision = create(user, namespace, BAD.withSpec(BAD.spec().withRuntimeClassName(runtimeClass)));

        assertThat(decision.allowed()).isEqualTo(!exempt.isEmpty());
        assertThat(decision.auditAnnotations().getOrDefault("exempt", "")).isEqualTo(exempt);
    }

    private static boolean looksAt(Pod now, Pod before) {
        return !REVIEW.pod(request(Operation.UPDATE, "jane", "team", now, before), BASELINE)
                .allowed();
    }

    private static Pod debugged(String name, String image) {
        var container =
                EphemeralContainerBuilder.builder().name(name).image(image).build();
        return BAD.withSpec(BAD.spec().withEphemeralContainers(List.of(container)));
    }

    @Test
    void onlyUpdatesThatMatterAreLookedAt() {
        var labelled = BAD.withMetadata(BAD.metadata().withLabels(Map.of("a", "b")));
        var newer = BAD.withSpec(
                BAD.spec().withContainers(List.of(BAD.spec().containers().get(0).withImage("newer"))));

        assertThat(looksAt(labelled, BAD)).isFalse();
        assertThat(looksAt(newer, BAD)).isTrue();
        assertThat(looksAt(debugged("d", "shell"), BAD)).as("one added").isTrue();
        assertThat(looksAt(debugged("d", "shell"), debugged("d", "shell")))
                .as("as it was")
                .isFalse();
        assertThat(looksAt(debugged("d", "other"), debugged("d", "shell")))
                .as("another image")
                .isTrue();
        assertThat(looksAt(debugged("e", "shell"), debugged("d", "shell")))
                .as("another one")
                .isTrue();
    }

    private static Namespace namespace(String name, Map<String, String> labels) {
        return NamespaceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).labels(labels).build())
                .build();
    }

    private static List<String> relabelled(String name, Map<String, String> labels, List<Pod> pods) {
        var request = request(Operation.UPDATE, "jane", "", namespace(name, labels), namespace(name, Map.of()));
        return REVIEW.namespace(request, () -> pods).warnings();
    }

    private static Pod named(String name, Pod pod) {
        return pod.withMetadata(pod.metadata().withName(name));
    }

    private static Pod of(String controller, Pod pod) {
        return pod.withMetadata(pod.metadata()
                .withOwnerReferences(List.of(OwnerReferenceBuilder.builder()
                        .kind("ReplicaSet")
                        .name(controller)
                        .uid(controller)
                        .controller(true)
                        .build())));
    }

    @Test
    void podsAlikeAreNamedByTheFirst() {
        var port = SecurePods.pod("containers: [{name: a, image: web, ports: [{containerPort: 1, hostPort: 1}]}]");
        var fine = SecurePods.pod(SecurePods.containers(""));

        assertThat(relabelled(
                        "team",
                        BASELINE,
                        List.of(
                                named("p-2", BAD),
                                named("q-2", port),
                                named("p-1", BAD),
                                named("a", fine),
                                named("p-3", BAD),
                                named("q-1", port),
                                named("b", BAD.withSpec(BAD.spec().withRuntimeClassName("sandbox"))))))
                .containsExactly(
                        "existing pods in namespace \"team\" violate the new PodSecurity enforce level \"baseline:latest\"",
                        "p-1 (and 2 other pods): host namespaces",
                        "q-1 (and 1 other pod): hostPort");
    }

    @Test
    void ofManyPodsOneOfEachControllerIsLookedAtFirst() {
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < 3000; i++) {
            pods.add(of("web", named("web-" + i, SecurePods.compliant())));
        }
        pods.add(of("other", named("other", BAD)));

        assertThat(relabelled("team", BASELINE, pods))
                .containsExactly(
                        "new PodSecurity enforce level only checked against the first 3000 of 3001 existing pods",
                        "existing pods in namespace \"team\" violate the new PodSecurity enforce level \"baseline:latest\"",
                        "other: host namespaces");
    }

    @Test
    void labelsOfExemptNamespacesHaveNoEffectAndSaySo() {
        var labels = Map.of(
                NamespacePolicy.ENFORCE_LABEL,
                "baseline",
                NamespacePolicy.WARN_LABEL,
                "privileged",
                NamespacePolicy.AUDIT_LABEL,
                "restricted",
                NamespacePolicy.AUDIT_VERSION_LABEL,
                "v1.30");
        var warning = "namespace \"exempt-ns\" is exempt from Pod Security, and the policy (enforce=baseline:latest,"
                + " audit=restricted:v1.30) will be ignored";

        assertThat(relabelled("exempt-ns", labels, List.of(BAD))).containsExactly(warning);
        var created = request(Operation.CREATE, "jane", "", namespace("exempt-ns", labels), null);
        assertThat(REVIEW.namespace(created, List::of).warnings()).containsExactly(warning);
        var plain = request(Operation.CREATE, "jane", "", namespace("exempt-ns", Map.of()), null);
        assertThat(REVIEW.namespace(plain, List::of).warnings()).isEmpty();
    }
}
