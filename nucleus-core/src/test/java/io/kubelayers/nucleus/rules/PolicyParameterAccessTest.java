package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gives a policy parameters must be allowed to read them. */
class PolicyParameterAccessTest {
    private static final String POLICY = "admissionregistration.k8s.io";
    private static final String JANE = "user &{jane  [devs system:authenticated] map[]}";

    private final List<String> asked = new ArrayList<>();
    private @Nullable String right;

    private final Cluster cluster =
            Cluster.builder().withoutControllers().authorizer(this::authorize).start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private AccessDecision authorize(AccessRequest request) {
        if (request.apiGroup().equals(POLICY)) {
            return AccessDecision.allow("test", "writes policies");
        }
        var shown = "%s %s/%s %s %s/%s"
                .formatted(
                        request.verb(),
                        request.apiGroup(),
                        request.apiVersion(),
                        request.resource(),
                        request.namespace(),
                        request.name());
        asked.add(shown);
        return shown.equals(right) ? AccessDecision.allow("test", "") : AccessDecision.noOpinion("test", "no rule");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            kinds that are there     | {apiVersion: v1, kind: ConfigMap}           | get /v1 configmaps */*
            those of a group         | {apiVersion: coordination.k8s.io/v1, kind: Lease} | get coordination.k8s.io/v1 leases */*
            what nobody serves       | {apiVersion: example.com/v1, kind: Limit}   | get example.com/v1 * */*
            """)
    void aKindOfParametersMustBeReadable(String what, String kind, String question) {
        var policy = policy("paramKind: " + kind);

        assertThat(refusal(policy))
                .startsWith("ValidatingAdmissionPolicy.admissionregistration.k8s.io \"p\" is invalid: spec.paramKind:"
                        + " Forbidden: " + JANE + " must have \"get\" permission on all objects of the referenced"
                        + " paramKind (kind=");
        assertThat(asked).containsExactly(question);

        right = question;
        assertThat(refusal(policy)).isEmpty();
    }

    @Test
    void whatStaysIsNotAskedAboutAgain() {
        var client = cluster.client();
        client.create(policy("paramKind: {apiVersion: v1, kind: ConfigMap}"));
        var policies = cluster.as("jane", "devs").on(ValidatingAdmissionPolicy.class);
        var stored = policies.get("", "p");

        policies.update(stored.withSpec(stored.spec().withFailurePolicy("Ignore")));

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            one object          | {apiVersion: v1, kind: ConfigMap} | name: limits, namespace: shop | get /v1 configmaps shop/limits | does not have "get" permission on the object referenced by paramRef
            all that are chosen | {apiVersion: v1, kind: ConfigMap} | selector: {}                  | list /v1 configmaps /          | does not have "list" permission on the object referenced by paramRef
            what nobody serves  | {apiVersion: e.com/v1, kind: Xs}  | name: limits                  | get e.com/v1 * /limits         | does not have "get" permission for all groups, versions and resources
            of no policy        | -                                 | name: limits                  | get */* * /limits              | does not have "get" permission for all groups, versions and resources
            """)
    void soMustWhatABindingNames(String what, @Nullable String kind, String ref, String question, String complaint) {
        if (kind != null) {
            cluster.client().create(policy("paramKind: " + kind));
        }
        var binding = read(
                "ValidatingAdmissionPolicyBinding",
                "b",
                "policyName: p, validationActions: [Deny], paramRef: {parameterNotFoundAction: Deny, " + ref + "}");

        assertThat(refusal(binding))
                .startsWith("ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io \"b\" is invalid:"
                        + " spec.paramRef: Forbidden: ")
                .endsWith(JANE + " " + complaint);
        assertThat(asked).containsExactly(question);

        right = question;
        assertThat(refusal(binding)).isEmpty();
    }

    private String refusal(KubernetesObject object) {
        try {
            cluster.as("jane", "devs").create(object);
            return "";
        } catch (ApiException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private KubernetesObject policy(String more) {
        return read(
                "ValidatingAdmissionPolicy",
                "p",
                "matchConstraints: {resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources:"
                        + " [pods]}]}, validations: [{expression: 'true'}], " + more);
    }

    private KubernetesObject read(String kind, String name, String spec) {
        var yaml = "{apiVersion: admissionregistration.k8s.io/v1, kind: " + kind + ", metadata: {name: " + name
                + "}, spec: {" + spec + "}}";
        return Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()).get(0);
    }
}
