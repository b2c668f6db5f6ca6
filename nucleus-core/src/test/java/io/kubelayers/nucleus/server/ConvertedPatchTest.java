package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.testing.QuietCluster;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strategic merge patches say about values that don't fit, in the words of upstream's converter. */
class ConvertedPatchTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    private static final String ACCOUNT =
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: default}}\n---\n";

    @ParameterizedTest(name = "{0} ► {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "metadata: {annotations: {a: 1}} | cannot convert int64 to string",
                "metadata: {annotations: {a: 1.5}} | unrecognized type: string",
                "metadata: {labels: {a: true}} | unrecognized type: string",
                "metadata: {labels: {a: {b: c}}} | unrecognized type: string",
                "metadata: {labels: {a: [b]}} | unrecognized type: string",
                "metadata: {labels: text} | cannot restore map from string",
                "metadata: {finalizers: 1} | cannot restore slice from int64",
                "metadata: {labels: 1.5} | cannot restore map from float64",
                "metadata: {creationTimestamp: 1} | json: cannot unmarshal number into Go value of type string",
                "spec: true | cannot restore struct from: bool",
                "spec: {restartPolicy: 1} | cannot convert int64 to v1.RestartPolicy",
                "spec: {restartPolicy: true} | unrecognized type: string",
                "spec: {priority: 1.5} | cannot convert float64 to int32",
                "spec: {priority: 3000000000} | json: cannot unmarshal number 3000000000 into Go value of type int32",
                "spec: {priority: high} | unrecognized type: int32",
                "spec: {activeDeadlineSeconds: {}} | unrecognized type: int64",
                "spec: {hostNetwork: 1} | unrecognized type: bool",
                "spec: {containers: [{name: a, livenessProbe: {httpGet: {port: true}}}]} | json: cannot unmarshal bool into Go value of type int32",
                "spec: {containers: [{name: a, livenessProbe: {httpGet: {port: 1.5}}}]} | json: cannot unmarshal number 1.5 into Go value of type int32",
            })
    void podsDontTakeIt(String patch, String problem) {
        assertThat(refusal(
                        Pod.class,
                        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: default},"
                                + " spec: {containers: [{name: a, image: i}]}}",
                        patch))
                .endsWith(problem);
    }

    @ParameterizedTest(name = "{0} ► {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "data: {a: 1} | cannot restore slice from int64",
                "data: {a: '*'} | error decoding from json: illegal base64 data at input byte 0",
            })
    void secretsDontTakeIt(String patch, String problem) {
        assertThat(refusal(
                        Secret.class,
                        "{apiVersion: v1, kind: Secret, metadata: {name: a, namespace: default}, data: {}}",
                        patch))
                .endsWith(problem);
    }

    private static String refusal(Class<? extends KubernetesObject> type, String yaml, String patch) {
        try (var world = CLUSTER.get().fork()) {
            Codec.of(CLUSTER.get().types())
                    .readAll(ACCOUNT + yaml, ReadOptions.strict())
                    .forEach(world.client()::create);
            var tree = Codec.readTree("{" + patch + "}", ReadOptions.strict());
            var refused = catchThrowableOfType(ApiException.class, () -> world.client()
                    .on(type)
                    .patch("default", "a", new Body.Patch(Body.PatchType.STRATEGIC_MERGE, tree)));
            return String.valueOf(refused.status().message());
        }
    }
}
