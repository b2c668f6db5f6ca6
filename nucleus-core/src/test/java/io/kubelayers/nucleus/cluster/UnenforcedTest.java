package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.explain.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is accepted but not acted upon is told, since the answers to writes do not tell it. */
class UnenforcedTest {
    private static final String WEBHOOK =
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: guard}
            webhooks:
            - name: a.example.com
              clientConfig: {url: "https://127.0.0.1:1/x"}
              rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [configmaps]}]
              sideEffects: None
              admissionReviewVersions: [v1]
            """;

    private static final String BINDING =
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata: {name: limits}
            spec: {policyName: small, validationActions: [Deny]}
            """;

    private final Cluster cluster = Cluster.builder().start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void apply(String yaml) {
        cluster.apply(Manifests.of("given.yaml", yaml));
        cluster.settle();
    }

    @Test
    void a_cluster_without_such_objects_has_nothing_to_tell() {
        assertThat(cluster.unenforced()).isEmpty();
    }

    @Test
    void each_is_a_finding() {
        apply(WEBHOOK + "---\n" + BINDING);
        assertThat(cluster.unenforced())
                .extracting(Finding::subject, Finding::message)
                .containsExactly(
                        tuple(
                                "ValidatingWebhookConfiguration/guard",
                                "its webhooks are not called: writes that they would refuse are stored"),
                        tuple(
                                "ValidatingAdmissionPolicyBinding/limits",
                                "policy \"small\" is not enforced: writes that it would refuse are stored"));
    }

    @Test
    void and_an_event() {
        apply(WEBHOOK);
        assertThat(cluster.lister(Event.class).list())
                .extracting(Event::type, Event::reason, Event::message)
                .contains(tuple(
                        "Warning",
                        "NotEnforced",
                        "its webhooks are not called: writes that they would refuse are stored"));
    }
}
