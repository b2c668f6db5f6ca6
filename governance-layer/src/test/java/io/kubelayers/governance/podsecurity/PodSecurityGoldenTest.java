package io.kubelayers.governance.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.governance.SinceRecorded;
import io.kubelayers.governance.podsecurity.PodSecurityConfiguration.Exemptions;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The recorded answers of upstream's Pod Security admission: 1.28 with its whole admission, 1.36 for the checks. */
@Tag("golden")
class PodSecurityGoldenTest {
    private static final PodSecurity STANDARD = PodSecurity.standard();
    private static final PodSecurity OF_1_28 = STANDARD.emulating(PolicyVersion.v1(28));
    private static final Codec CODEC = codec();

    private static Codec codec() {
        var kinds = new ArrayList<Class<?>>(ApplicationKinds.ALL);
        kinds.add(Pod.class);
        kinds.add(Namespace.class);
        return Codec.of(TypeRegistry.of(kinds));
    }

    @TestFactory
    Stream<DynamicTest> of128() {
        return Golden.topic("pod-security").tests(c -> {
            switch (c.text("kind")) {
                case "evaluate" -> evaluate(c, OF_1_28, SinceRecorded::apparmor);
                case "admission" -> admission(c);
                default -> throw new IllegalArgumentException(c.text("kind"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> of136() {
        return Golden.topic("pod-security-1.36").tests(c -> evaluate(c, STANDARD, UnaryOperator.identity()));
    }

    private static void evaluate(GoldenCase c, PodSecurity security, UnaryOperator<String> newer) {
        var pod = (Pod) object(c.get("pod"));
        for (var tree : c.list("evaluations")) {
            var policy = LevelVersion.parse(Tree.text(tree, "level") + ":" + Tree.text(tree, "version"));
            var result = security.evaluate(policy, pod);

            assertThat(result.allowed()).as(policy.toString()).isEqualTo(Tree.get(tree, "allowed"));
            if (!result.allowed()) {
                assertThat(result.forbiddenReason()).isEqualTo(Tree.text(tree, "forbiddenReason"));
                assertThat(result.forbiddenDetail()).isEqualTo(newer.apply(Tree.text(tree, "forbiddenDetail")));
                assertThat(result.violations().stream().map(Violation::reason).toList())
                        .isEqualTo(Tree.list(Tree.get(tree, "reasons")));
                assertThat(result.violations().stream().map(Violation::detail).toList())
                        .isEqualTo(Tree.list(Tree.get(tree, "details")).stream()
                                .map(detail -> newer.apply((String) detail))
                                .toList());
            }
        }
    }

    private static void admission(GoldenCase c) {
        var review = new PodSecurityReview(OF_1_28, configuration(c.part("config")));
        var namespace = (Namespace) object(c.get("namespace"));
        var labels = namespace.metadata().labels();
        var request = request(c.part("request"));
        var pods =
                c.list("existingPods").stream().map(tree -> (Pod) object(tree)).toList();

        var decision = request.type().is(Namespace.class)
                ? review.namespace(request, () -> pods)
                : request.type().is(Pod.class) ? review.pod(request, labels) : review.template(request, labels);

        var expected = c.part("expect");
        assertThat(decision.allowed()).isEqualTo(expected.flag("allowed"));
        assertThat(decision.warnings())
                .isEqualTo(expected.list("warnings").stream()
                        .map(text -> SinceRecorded.apparmor((String) text))
                        .toList());
        var annotations = new TreeMap<String, Object>();
        Tree.map(expected.get("auditAnnotations"))
                .forEach((key, value) -> annotations.put(key, SinceRecorded.apparmor((String) value)));
        assertThat(decision.auditAnnotations()).isEqualTo(annotations);
        if (!decision.allowed()) {
            var refusal = PodSecurityAdmission.refusal(request, decision);
            assertThat(refusal.status().code()).isEqualTo((int) expected.number("code"));
            assertThat(refusal.status().reason()).isEqualTo(expected.text("reason"));
            assertThat(refusal.getMessage()).isEqualTo(SinceRecorded.apparmor(expected.text("message")));
        }
    }

    private static PodSecurityConfiguration configuration(GoldenCase config) {
        var defaults = Tree.map(config.get("defaults"));
        var labels = new LinkedHashMap<String, String>();
        defaults.forEach((key, value) -> labels.put("pod-security.kubernetes.io/" + key, (String) value));
        var read = NamespacePolicy.read(labels, NamespacePolicy.PRIVILEGED);
        assertThat(read.errors()).isEmpty();
        var exempt = Tree.map(config.get("exemptions"));
        return PodSecurityConfiguration.DEFAULT
                .withDefaults(read.policy())
                .withExemptions(new Exemptions(
                        names(exempt, "usernames"), names(exempt, "namespaces"), names(exempt, "runtimeClasses")));
    }

    private static List<String> names(Map<String, @Nullable Object> exempt, String field) {
        var names = exempt.get(field);
        return names == null
                ? List.of()
                : Tree.list(names).stream().map(String.class::cast).toList();
    }

    private static AdmissionRequest request(GoldenCase request) {
        var object = object(request.get("object"));
        return new AdmissionRequest(
                Operation.valueOf(request.text("operation")),
                ResourceType.of(object.getClass()),
                request.text("subresource"),
                request.text("kind").equals("Namespace") ? "" : request.text("namespace"),
                request.text("name"),
                object,
                request.has("oldObject") ? object(request.get("oldObject")) : null,
                Users.user(request.text("username")),
                false);
    }

    private static KubernetesObject object(@Nullable Object tree) {
        return CODEC.decode(Tree.map(tree), ReadOptions.strict()).value();
    }
}
