package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata in protobuf, as clients ask for it that look at kinds they don't know. */
class PartialMessagesTest {
    static {
        // the messages of upstream were compiled by an older protoc; it warns of each
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
    }

    private static final String FORM = "application/vnd.kubernetes.protobuf;as=%s;g=meta.k8s.io;v=%s";

    private final Cluster cluster = Cluster.builder().withoutControllers().start();
    private final RestApi api = RestApis.ofAdmin(cluster);

    @BeforeEach
    void fill() {
        cluster.apply(
                Manifests.of(
                        "objects.yaml",
                        """
                        apiVersion: apiextensions.k8s.io/v1
                        kind: CustomResourceDefinition
                        metadata: {name: foos.example.com}
                        spec:
                          group: example.com
                          scope: Namespaced
                          names: {plural: foos, kind: Foo}
                          versions:
                          - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                        ---
                        {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default, annotations: {x: "1"}}}
                        """));
        cluster.apply(
                Manifests.of(
                        "foo.yaml",
                        "{apiVersion: example.com/v1, kind: Foo, metadata: {name: a, namespace: default, annotations: {x: '1'}}}"));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private HttpResponse get(String target, String accept) {
        return api.handle(HttpRequest.of("GET", target, Headers.NONE.with("Accept", accept), new byte[0])
                .withBearer("admin"));
    }

    private static Runtime.Unknown unknown(byte[] bytes) throws Exception {
        return Runtime.Unknown.parseFrom(Arrays.copyOfRange(bytes, 4, bytes.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/namespaces/default/configmaps", "/apis/example.com/v1/namespaces/default/foos"})
    void objects_and_lists_have_it_whatever_their_kind(String collection) throws Exception {
        var answer = get(collection + "/a", FORM.formatted("PartialObjectMetadata", "v1"));
        assertThat(answer.headers().first("Content-Type")).isEqualTo("application/vnd.kubernetes.protobuf");
        var one = unknown(((HttpResponse.Bytes) answer.payload()).bytes());
        assertThat(one.getTypeMeta().getApiVersion()).isEqualTo("meta.k8s.io/v1");
        assertThat(one.getTypeMeta().getKind()).isEqualTo("PartialObjectMetadata");
        // metadata is the first field of a Namespace, too
        assertThat(V1.Namespace.parseFrom(one.getRaw()).getMetadata().getAnnotationsMap())
                .containsEntry("x", "1");

        var many = unknown(((HttpResponse.Bytes) get(collection, FORM.formatted("PartialObjectMetadataList", "v1"))
                        .payload())
                .bytes());
        assertThat(many.getTypeMeta().getKind()).isEqualTo("PartialObjectMetadataList");
        var list = V1.NamespaceList.parseFrom(many.getRaw());
        assertThat(list.getMetadata().getResourceVersion()).isNotEmpty();
        assertThat(list.getItemsList())
                .extracting(item -> item.getMetadata().getName())
                .containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/namespaces/default/configmaps", "/apis/example.com/v1/namespaces/default/foos"})
    void watches_send_it(String collection) throws Exception {
        var answer = get(collection + "?watch=true", FORM.formatted("PartialObjectMetadata", "v1beta1"));
        assertThat(answer.headers().first("Content-Type"))
                .isEqualTo("application/vnd.kubernetes.protobuf;stream=watch");
        try (var events = (EventStream) answer.payload()) {
            var event = events.poll().orElseThrow();
            assertThat(new String(event, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .contains("ADDED", "k8s\0", "meta.k8s.io/v1beta1", "PartialObjectMetadata");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/namespaces/default/configmaps,          PartialObjectMetadata,     v1",
        "/api/v1/namespaces/default/configmaps/a,        PartialObjectMetadataList, v1",
        "/api/v1/namespaces/default/configmaps/a,        Table,                     v1",
        "/api/v1/namespaces/default/configmaps/a,        PartialObjectMetadata,     v1alpha1",
    })
    void what_does_not_fit_is_refused(String target, String kind, String version) {
        assertThat(get(target, FORM.formatted(kind, version)).status()).isEqualTo(406);
    }

    @Test
    void custom_objects_themselves_have_none() {
        assertThat(get("/apis/example.com/v1/namespaces/default/foos/a", "application/vnd.kubernetes.protobuf")
                        .status())
                .isEqualTo(406);
    }
}
