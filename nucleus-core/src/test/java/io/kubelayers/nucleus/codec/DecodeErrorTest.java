package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person, and what a client of the server, is told about each kind of mistake. */
class DecodeErrorTest {
    private final Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    /** A mistake in a pod's YAML, the message with its place, and upstream's wording if that differs. */
    record Case(String mistake, String yaml, String message, String detail) {
        @Override
        public String toString() {
            return mistake;
        }
    }

    static Stream<Case> cases() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n";
        return Stream.of(
                new Case(
                        "a number where a string belongs",
                        pod + "spec:\n  containers:\n  - name: c\n    image: 5\n",
                        "pod.yaml:8:12: spec.containers[0].image: expected a string, found 5",
                        "json: cannot unmarshal number into Go struct field Container.spec.containers.image of type"
                                + " string"),
                new Case(
                        "a yes that YAML takes for true",
                        pod + "  labels:\n    debug: yes\n",
                        "pod.yaml:6:12: metadata.labels.debug: expected a string, found true",
                        "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string"),
                new Case(
                        "a string where a number belongs",
                        pod + "spec:\n  priority: high\n",
                        "pod.yaml:6:13: spec.priority: expected a whole number, found the string \"high\"",
                        "json: cannot unmarshal string into Go struct field PodSpec.spec.priority of type int32"),
                new Case(
                        "a fraction where a whole number belongs",
                        pod + "spec:\n  activeDeadlineSeconds: 1.5\n",
                        "pod.yaml:6:26: spec.activeDeadlineSeconds: expected a whole number of 64 bits, found 1.5",
                        "json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.activeDeadlineSeconds of"
                                + " type int64"),
                new Case(
                        "a number too large for its field",
                        pod + "spec:\n  priority: 3000000000\n",
                        "pod.yaml:6:13: spec.priority: expected a whole number of 32 bits, found 3000000000",
                        "json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of type"
                                + " int32"),
                new Case(
                        "an object where a list belongs",
                        pod + "spec:\n  containers: {name: c}\n",
                        "pod.yaml:6:15: spec.containers: expected an array, found an object",
                        "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type"
                                + " []v1.Container"),
                new Case(
                        "a list where an object belongs",
                        pod + "spec:\n- containers\n",
                        "pod.yaml:6:1: spec: expected an object, found an array",
                        "json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec"),
                new Case(
                        "a bad value of a named string type",
                        pod + "spec:\n  restartPolicy: [Always]\n",
                        "pod.yaml:6:18: spec.restartPolicy: expected a string, found an array",
                        "json: cannot unmarshal array into Go struct field PodSpec.spec.restartPolicy of type"
                                + " v1.RestartPolicy"),
                new Case(
                        "a bad value of a string type without known values",
                        pod + "  uid: 5\n",
                        "pod.yaml:5:8: metadata.uid: expected a string, found 5",
                        "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.uid of type types.UID"),
                new Case(
                        "a bad item of a list of a string type",
                        pod + "spec:\n  containers:\n  - securityContext: {capabilities: {add: [5]}}\n",
                        "pod.yaml:7:44: spec.containers[0].securityContext.capabilities.add[0]: expected a string, found 5",
                        "json: cannot unmarshal number into Go struct field"
                                + " Capabilities.spec.containers.securityContext.capabilities.add of type v1.Capability"),
                new Case(
                        "a list where amounts of resources belong",
                        pod + "spec:\n  containers:\n  - resources: {limits: [cpu]}\n",
                        "pod.yaml:7:25: spec.containers[0].resources.limits: expected an object, found an array",
                        "json: cannot unmarshal array into Go struct field"
                                + " ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList"),
                new Case(
                        "a quantity with an unknown unit",
                        pod + "spec:\n  containers:\n  - resources: {limits: {memory: 1GB}}\n",
                        "pod.yaml:7:34: spec.containers[0].resources.limits.memory: expected a quantity such as 500m"
                                + " or 2Gi, found the string \"1GB\"",
                        "quantities must match the regular expression"
                                + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"),
                new Case(
                        "a time that is none",
                        pod + "  creationTimestamp: yesterday\n",
                        "pod.yaml:5:22: metadata.creationTimestamp: expected an RFC 3339 time, found the string"
                                + " \"yesterday\"",
                        "parsing time \"yesterday\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"yesterday\" as"
                                + " \"2006\""),
                new Case(
                        "a boolean where a port belongs",
                        pod + "spec:\n  containers:\n  - livenessProbe:\n      httpGet: {port: true}\n",
                        "pod.yaml:8:23: spec.containers[0].livenessProbe.httpGet.port: expected a whole number or a"
                                + " string, found true",
                        "json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.httpGet.port of type int32"),
                new Case(
                        "a number where a schema or a boolean belongs",
                        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n  versions:\n"
                                + "  - schema: {openAPIV3Schema: {additionalProperties: 5}}\n",
                        "pod.yaml:5:54: spec.versions[0].schema.openAPIV3Schema.additionalProperties: expected true or"
                                + " false or an object, found 5",
                        "boolean or JSON schema expected"),
                new Case(
                        "a misspelt field",
                        pod + "spec:\n  containers:\n  - name: c\n    imagee: nginx\n",
                        "pod.yaml:8:5: unknown field \"spec.containers[0].imagee\"",
                        "strict decoding error: unknown field \"spec.containers[0].imagee\""),
                new Case(
                        "a field in the wrong case",
                        pod + "Spec: {}\n",
                        "pod.yaml:5:1: unknown field \"Spec\"",
                        "strict decoding error: unknown field \"Spec\""),
                new Case(
                        "several unknown and duplicate fields, in the order of the text",
                        pod
                                + "  uid: a\n  uid: b\n  bogus: 1\nspec:\n  nope: {deeper: 1}\n  hostPID: true\n  hostPID: false\n",
                        "pod.yaml:6:3: duplicate field \"metadata.uid\", unknown field \"metadata.bogus\", unknown field"
                                + " \"spec.nope\", duplicate field \"spec.hostPID\"",
                        "strict decoding error: duplicate field \"metadata.uid\", unknown field \"metadata.bogus\","
                                + " unknown field \"spec.nope\", duplicate field \"spec.hostPID\""),
                new Case(
                        "a kind nobody knows",
                        "apiVersion: v1\nkind: Pood\n",
                        "pod.yaml:2:7: no kind \"Pood\" is registered for version \"v1\" in scheme",
                        "no kind \"Pood\" is registered for version \"v1\" in scheme"),
                new Case(
                        "no kind at all",
                        "apiVersion: v1\n",
                        "pod.yaml:1:1: Object 'Kind' is missing in '{\"apiVersion\":\"v1\"}'",
                        "Object 'Kind' is missing in '{\"apiVersion\":\"v1\"}'"),
                new Case(
                        "no apiVersion",
                        "kind: Pod\n",
                        "pod.yaml:1:1: Object 'apiVersion' is missing in '{\"kind\":\"Pod\"}'",
                        "Object 'apiVersion' is missing in '{\"kind\":\"Pod\"}'"),
                new Case(
                        "an apiVersion with too many slashes",
                        "apiVersion: a/b/c\nkind: Pod\n",
                        "pod.yaml:1:13: unexpected GroupVersion string: a/b/c",
                        "unexpected GroupVersion string: a/b/c"),
                new Case(
                        "a list instead of an object",
                        "- a\n",
                        "pod.yaml: expected an object, found an array",
                        "expected an object, found an array"),
                new Case(
                        "nothing",
                        "# just a comment\n",
                        "pod.yaml: expected an object, found nothing",
                        "expected an object, found nothing"),
                new Case(
                        "a tab for indentation",
                        pod + "spec:\n\tnodeName: a\n",
                        "pod.yaml:6:1: invalid YAML: while scanning for the next token: found character '\\t(TAB)' that"
                                + " cannot start any token. (Do not use \\t(TAB) for indentation)",
                        "invalid YAML: while scanning for the next token: found character '\\t(TAB)' that cannot start"
                                + " any token. (Do not use \\t(TAB) for indentation)"),
                new Case(
                        "a control character",
                        "kind: \"a\u0001\"\n",
                        "pod.yaml:1:9: invalid YAML: the character U+0001 is not allowed",
                        "invalid YAML: the character U+0001 is not allowed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void mistakesAreToldWithTheirPlace(Case c) {
        DecodeException e = catchThrowableOfType(
                DecodeException.class,
                () -> codec.read(c.yaml, ReadOptions.strict().named("pod.yaml")));
        assertThat(e).hasMessage(c.message);
        assertThat(e.detail()).isEqualTo(c.detail);
    }

    @Test
    void jsonMistakesHavePlacesToo() {
        String text = "{\"apiVersion\": \"v1\",\n \"kind\": \"Pod\",\n \"spec\": {\"priority\": \"x\", \"nope\": 1}}";
        FieldTypeException e =
                catchThrowableOfType(FieldTypeException.class, () -> codec.read(text, ReadOptions.strict()));
        assertThat(e).hasMessage("3:23: spec.priority: expected a whole number, found the string \"x\"");
        assertThat(e.location()).isEqualTo(new Location("", 3, 23));
        assertThat(e.path()).isEqualTo("spec.priority");
        assertThat(e.expected()).isEqualTo("a whole number");
        assertThat(e.found()).isEqualTo("the string \"x\"");
    }

    @Test
    void warningsComeWithTheObject() {
        String text = "{apiVersion: v1, kind: Pod, metadata: {name: a, name: b}, nope: 1}";
        Decoded<?> decoded = codec.read(text, ReadOptions.warn().named("pod.yaml"));
        assertThat(decoded.warnings())
                .extracting(FieldProblem::text)
                .containsExactly("duplicate field \"metadata.name\"", "unknown field \"nope\"");
        assertThat(decoded.warnings().get(1)).hasToString("pod.yaml:1:59: unknown field \"nope\"");
        assertThat(((Pod) decoded.value()).metadata().name()).isEqualTo("b");
        assertThat(codec.read(text, ReadOptions.ignore()).warnings()).isEmpty();
    }

    @Test
    void theSameUnknownFieldIsToldOnceAndNotForever() {
        StringBuilder labels = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"x\":1,\"x\":2");
        for (int i = 0; i < 500; i++) {
            labels.append(",\"unknown").append(i).append("\":1");
        }
        List<FieldProblem> warnings =
                codec.read(labels.append('}').toString(), ReadOptions.warn()).warnings();
        assertThat(warnings).hasSizeLessThanOrEqualTo(2 * Decoding.MAX_PROBLEMS).doesNotHaveDuplicates();
    }

    @Test
    void anObjectOfAnotherKindIsNoPod() {
        SyntaxException e = catchThrowableOfType(
                SyntaxException.class, () -> codec.read("apiVersion: v1\nkind: Secret\n", Pod.class));
        assertThat(e).hasMessage("2:7: the object is a Secret of version \"v1\", not a Pod of version \"v1\"");
    }

    @Test
    void aRequestBodyNeedNotSayWhatItIs() {
        GroupVersionKind pod = new GroupVersionKind("", "v1", "Pod");
        assertThat(codec.read("{}", pod, ReadOptions.strict()).value()).isInstanceOf(Pod.class);
        assertThat(codec.read("{}", Pod.class)).isInstanceOf(Pod.class);
    }

    @Test
    void valuesWithoutTextHaveNoPlace() {
        FieldTypeException e = catchThrowableOfType(
                FieldTypeException.class, () -> codec.decode(Map.of("spec", Map.of("nodeName", 1L)), Pod.class));
        assertThat(e).hasMessage("spec.nodeName: expected a string, found 1");
        assertThat(e.location()).isEqualTo(Location.NONE);
    }
}
