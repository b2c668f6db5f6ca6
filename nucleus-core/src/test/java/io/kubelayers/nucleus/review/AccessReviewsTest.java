package io.kubelayers.nucleus.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.SelfSubjectReview;
import io.kubelayers.nucleus.authorization.LocalSubjectAccessReview;
import io.kubelayers.nucleus.authorization.NonResourceAttributes;
import io.kubelayers.nucleus.authorization.ResourceAttributes;
import io.kubelayers.nucleus.authorization.ResourceAttributesBuilder;
import io.kubelayers.nucleus.authorization.SelfSubjectAccessReview;
import io.kubelayers.nucleus.authorization.SelfSubjectRulesReview;
import io.kubelayers.nucleus.authorization.SubjectAccessReview;
import io.kubelayers.nucleus.authorization.SubjectAccessReviewSpecBuilder;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.FieldSelectorRequirement;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessReviewsTest {
    private static final ResourceAttributes GET_PODS = ResourceAttributesBuilder.builder()
            .namespace("shop")
            .verb("get")
            .resource("pods")
            .build();

    /** Bob may read; mallory may nothing, whoever else says so; everybody may ask. */
    private static final Authorizer POLICY = request -> {
        if ("mallory".equals(request.user().username())) {
            return AccessDecision.of(
                    AccessDecision.Verdict.DENY, "known thief", Finding.fail("deny", "mallory", "known thief"));
        }
        boolean reads =
                request.verb().equals("get") && "bob".equals(request.user().username());
        return reads || request.resource().endsWith("reviews")
                ? AccessDecision.allow("test", "is bob")
                : AccessDecision.noOpinion("test", "is not bob");
    };

    private final Cluster cluster = Cluster.builder().authorizer(POLICY).start();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void selfReviewsAnswerForWhoeverAsks() {
        var question =
                new SelfSubjectAccessReview(ObjectMeta.EMPTY, new SelfSubjectAccessReview.Spec(GET_PODS, null), null);

        assertThat(cluster.as("bob").create(question).status().allowed()).isTrue();
        assertThat(cluster.as("eve").create(question).status().allowed()).isFalse();
        assertThat(cluster.as("eve").create(question).status().reason()).isEqualTo("is not bob");
    }

    @Test
    void othersAreAskedAboutByTheirName() {
        var review = about("mallory");

        var status = cluster.client().create(review).status();

        assertThat(status.allowed()).isFalse();
        assertThat(status.denied()).isTrue();
        assertThat(status.reason()).isEqualTo("known thief");
    }

    private static SubjectAccessReview about(String user) {
        var spec = SubjectAccessReviewSpecBuilder.builder()
                .user(user)
                .resourceAttributes(GET_PODS)
                .build();
        return new SubjectAccessReview(ObjectMeta.EMPTY, spec, null);
    }

    @Test
    void aQuestionAboutNothingOrNobodyIsInvalid() {
        var empty = new SubjectAccessReview(
                ObjectMeta.EMPTY, SubjectAccessReviewSpecBuilder.builder().build(), null);
        var both = new SelfSubjectAccessReview(
                ObjectMeta.EMPTY,
                new SelfSubjectAccessReview.Spec(GET_PODS, new NonResourceAttributes("/healthz", "get")),
                null);

        assertThatThrownBy(() -> cluster.client().create(empty))
                .hasMessage(
                        ".authorization.k8s.io \"\" is invalid: [spec.resourceAttributes: Invalid value: \"null\": exactly one of"
                                + " nonResourceAttributes or resourceAttributes must be specified, spec.user: Invalid value:"
                                + " \"\": at least one of user or group must be specified]");
        assertThatThrownBy(() -> cluster.client().create(both))
                .hasMessageContaining("cannot be specified in combination with resourceAttributes");
    }

    record Asked(String sentence, ResourceAttributes attributes, List<String> errors) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Asked asked(
            String sentence,
            ResourceAttributes.@Nullable FieldSelectorAttributes fields,
            ResourceAttributes.@Nullable LabelSelectorAttributes labels,
            String... errors) {
        return new Asked(sentence, GET_PODS.withFieldSelector(fields).withLabelSelector(labels), List.of(errors));
    }

    static Stream<Asked> selectors() {
        return Stream.of(
                asked(
                        "fields and labels are selected by text or by requirements",
                        new ResourceAttributes.FieldSelectorAttributes("spec.nodeName=a", List.of()),
                        new ResourceAttributes.LabelSelectorAttributes(
                                null, List.of(new LabelSelectorRequirement("app", "In", List.of("web"))))),
                asked(
                        "operators of newer clients are let pass",
                        new ResourceAttributes.FieldSelectorAttributes(
                                null, List.of(new FieldSelectorRequirement("spec.nodeName", "Near", List.of()))),
                        new ResourceAttributes.LabelSelectorAttributes(
                                null, List.of(new LabelSelectorRequirement("app", "Like", List.of())))),
                asked(
                        "a selector that selects by nothing",
                        new ResourceAttributes.FieldSelectorAttributes(null, List.of()),
                        null,
                        "spec.resourceAttributes.fieldSelector.requirements: Required value: when"
                                + " spec.resourceAttributes.fieldSelector is specified, requirements or rawSelector is"
                                + " required"),
                asked(
                        "a selector that says it twice",
                        null,
                        new ResourceAttributes.LabelSelectorAttributes(
                                "a", List.of(new LabelSelectorRequirement("a b", "Exists", List.of("c")))),
                        "spec.resourceAttributes.labelSelector.rawSelector: Invalid value: \"a\": may not specified at"
                                + " the same time as requirements",
                        "spec.resourceAttributes.labelSelector.requirements[0].values: Forbidden: may not be specified"
                                + " when `operator` is 'Exists' or 'DoesNotExist'",
                        "spec.resourceAttributes.labelSelector.requirements[0].key: Invalid value: \"a b\": name part must"
                                + " consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                                + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
                                + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"),
                asked(
                        "requirements of fields need a field, and values where they compare",
                        new ResourceAttributes.FieldSelectorAttributes(
                                null,
                                List.of(
                                        new FieldSelectorRequirement("", "NotIn", List.of()),
                                        new FieldSelectorRequirement("a", "DoesNotExist", List.of("b")))),
                        null,
                        "spec.resourceAttributes.fieldSelector.requirements[0].key: Required value: must be specified",
                        "spec.resourceAttributes.fieldSelector.requirements[0].values: Required value: must be specified"
                                + " when `operator` is 'In' or 'NotIn'",
                        "spec.resourceAttributes.fieldSelector.requirements[1].values: Forbidden: may not be specified"
                                + " when `operator` is 'Exists' or 'DoesNotExist'"));
    }

    @ParameterizedTest
    @MethodSource("selectors")
    void selectorsAreWellFormed(Asked asked) {
        var errors = new FieldErrors();

        AccessQuestion.checkSelectors(asked.attributes(), errors);

        assertThat(errors.list()).extracting(Object::toString).isEqualTo(asked.errors());
    }

    static Stream<Arguments> ignored() {
        var app = new LabelSelectorRequirement("app", "Exists", List.of());
        var node = new FieldSelectorRequirement("spec.nodeName", "In", List.of("a"));
        return Stream.of(
                Arguments.of(
                        "a text that is no selector of fields",
                        new ResourceAttributes.FieldSelectorAttributes("a>b", List.of()),
                        null,
                        "spec.resourceAttributes.fieldSelector ignored due to parse error"),
                Arguments.of(
                        "one of two requirements, and a text that is no selector of labels",
                        new ResourceAttributes.FieldSelectorAttributes(
                                null, List.of(node, new FieldSelectorRequirement("a", "Exists", List.of()))),
                        new ResourceAttributes.LabelSelectorAttributes("a in", List.of()),
                        "spec.resourceAttributes.fieldSelector partially ignored due to parse error;"
                                + " spec.resourceAttributes.labelSelector ignored due to parse error"),
                Arguments.of(
                        "an operator of newer clients",
                        null,
                        new ResourceAttributes.LabelSelectorAttributes(
                                null, List.of(app, new LabelSelectorRequirement("app", "Like", List.of()))),
                        "spec.resourceAttributes.labelSelector partially ignored due to parse error"),
                Arguments.of(
                        "nothing",
                        new ResourceAttributes.FieldSelectorAttributes(null, List.of(node)),
                        new ResourceAttributes.LabelSelectorAttributes(null, List.of(app)),
                        null));
    }

    @ParameterizedTest(name = "ignored is {0}")
    @MethodSource("ignored")
    void anAnswerTellsWhatWasIgnored(
            String what,
            ResourceAttributes.@Nullable FieldSelectorAttributes fields,
            ResourceAttributes.@Nullable LabelSelectorAttributes labels,
            @Nullable String told) {
        var spec = SubjectAccessReviewSpecBuilder.builder()
                .user("bob")
                .resourceAttributes(GET_PODS.withFieldSelector(fields).withLabelSelector(labels))
                .build();

        var status = cluster.client()
                .create(new SubjectAccessReview(ObjectMeta.EMPTY, spec, null))
                .status();

        assertThat(status.allowed()).isTrue();
        assertThat(status.evaluationError()).as(what).isEqualTo(told);
    }

    @Test
    void reviewsHaveNoMetadata() {
        var named = about("bob")
                .withMetadata(ObjectMetaBuilder.builder()
                        .name("mine")
                        .finalizers(List.of("example.com/f"))
                        .build());

        assertThatThrownBy(() -> cluster.client().create(named))
                .hasMessageContaining(
                        "metadata: Invalid value: {\"name\":\"mine\",\"finalizers\":[\"example.com/f\"]}: must be empty");
    }

    @Test
    void localReviewsStayInTheirNamespace() {
        var spec = SubjectAccessReviewSpecBuilder.builder()
                .user("bob")
                .resourceAttributes(GET_PODS)
                .build();
        var inShop = ObjectMetaBuilder.builder().namespace("shop").build();
        var elsewhere = ObjectMetaBuilder.builder().namespace("default").build();

        assertThat(cluster.client()
                        .create(new LocalSubjectAccessReview(inShop, spec, null))
                        .status()
                        .allowed())
                .isTrue();
        assertThatThrownBy(() -> cluster.client().create(new LocalSubjectAccessReview(elsewhere, spec, null)))
                .hasMessageContaining("spec.resourceAttributes.namespace: Invalid value: \"shop\": must match"
                        + " metadata.namespace");
    }

    @Test
    void rulesAreIncompleteWhereAnAuthorizerCannotListThem() {
        var review = new SelfSubjectRulesReview(ObjectMeta.EMPTY, new SelfSubjectRulesReview.Spec("shop"), null);

        var answer = cluster.as("bob").create(review);
        assertThat(answer.status().incomplete()).isTrue();
        assertThat(answer.spec()).as("the question").isEqualTo(SelfSubjectRulesReview.Spec.EMPTY);
    }

    @Test
    void whoAmI() {
        var answer = cluster.as("bob", "devs")
                .create(new SelfSubjectReview(
                        ObjectMetaBuilder.builder().name("me").build(), null));

        assertThat(answer.status().userInfo()).isEqualTo(Users.user("bob", "devs"));
        assertThat(answer.metadata().withCreationTimestamp(null)).isEqualTo(ObjectMeta.EMPTY);
        assertThat(List.of(answer.status().userInfo().groups())).isNotEmpty();
    }
}
