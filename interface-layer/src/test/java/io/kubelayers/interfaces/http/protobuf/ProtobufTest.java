package io.kubelayers.interfaces.http.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinitionBuilder;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinitionSpecBuilder;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinitionVersionBuilder;
import io.kubelayers.nucleus.apiextensions.JSONSchemaPropsBuilder;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMetaBuilder;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.Objects;
import io.kubernetes.client.proto.Runtime;
import io.kubernetes.client.proto.V1;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtobufTest {
    static {
        // the messages of upstream were compiled by an older protoc; it warns of each
        System.setProperty("com.google.protobuf.use_unsafe_pre22_gencode", "true");
    }

    private static final TypeRegistry TYPES =
            TypeRegistry.of(Stream.of(NucleusKinds.ALL, ApplicationKinds.ALL, GovernanceKinds.ALL)
                    .flatMap(List::stream)
                    .toList());
    private static final Codec CODEC = Codec.of(TYPES);
    private static final Protobuf PROTOBUF = Protobuf.of(TYPES);

    private static final Pod POD =
            Pods.named("shop/web").cpu("250m").label("app", "web").build();

    static Stream<Class<?>> kinds() {
        return TYPES.resources().stream().<Class<?>>map(type -> type.record()).distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindReadsBackAsItWasWritten(Class<?> kind) {
        for (int seed = 0; seed < 20; seed++) {
            var object = (Record) Objects.random(kind, new Random(seed));

            var read = PROTOBUF.read(PROTOBUF.write(object), null);

            assertThat(CODEC.decode(read, kind)).isEqualTo(object);
        }
    }

    @Test
    void upstreamsMessagesSayTheSame() throws Exception {
        var bytes = PROTOBUF.write(POD);

        assertThat(Arrays.copyOf(bytes, 4)).containsExactly('k', '8', 's', 0);
        var unknown = Runtime.Unknown.parseFrom(Arrays.copyOfRange(bytes, 4, bytes.length));
        assertThat(unknown.getTypeMeta().getApiVersion()).isEqualTo("v1");
        assertThat(unknown.getTypeMeta().getKind()).isEqualTo("Pod");
        var pod = V1.Pod.parseFrom(unknown.getRaw());
        assertThat(pod.getMetadata().getName()).isEqualTo("web");
        assertThat(pod.getMetadata().getLabelsMap()).containsEntry("app", "web");
        assertThat(pod.getSpec()
                        .getContainers(0)
                        .getResources()
                        .getRequestsOrThrow("cpu")
                        .getString())
                .isEqualTo("250m");
    }

    @Test
    void listsAreMessagesOfTheirOwn() throws Exception {
        var type = TYPES.typeOf(Pod.class);
        var list = new ObjectList<KubernetesObject>(
                ListMetaBuilder.builder().resourceVersion("7").build(), List.of(POD, POD));

        var bytes = PROTOBUF.write(list, type);

        var unknown = Runtime.Unknown.parseFrom(Arrays.copyOfRange(bytes, 4, bytes.length));
        assertThat(unknown.getTypeMeta().getKind()).isEqualTo("PodList");
        assertThat(V1.PodList.parseFrom(unknown.getRaw()).getItemsCount()).isEqualTo(2);
    }

    @Test
    void errorsAreStatusMessages() {
        var status = new Status(null, "Failure", "pods \"web\" not found", "NotFound", null, 404);

        assertThat(CODEC.decode(PROTOBUF.read(PROTOBUF.write(status), null), Status.class))
                .isEqualTo(status);
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> PROTOBUF.read("{}".getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(ProtobufException.class)
                .hasMessageStartingWith("provided data does not appear to be a protobuf message");
        var broken = PROTOBUF.write(POD);
        assertThatThrownBy(() -> PROTOBUF.read(Arrays.copyOf(broken, broken.length - 30), null))
                .isInstanceOf(ProtobufException.class);
    }

    @Test
    void aBombOfMessagesInMessagesIsRefused() {
        var schema = JSONSchemaPropsBuilder.builder().build();
        for (int depth = 0; depth < 200; depth++) {
            schema = JSONSchemaPropsBuilder.builder().not(schema).build();
        }
        var bomb = PROTOBUF.write(CustomResourceDefinitionBuilder.builder()
                .spec(CustomResourceDefinitionSpecBuilder.builder()
                        .versions(List.of(CustomResourceDefinitionVersionBuilder.builder()
                                .schema(new CustomResourceDefinition.CustomResourceValidation(schema))
                                .build()))
                        .build())
                .build());

        assertThatThrownBy(() -> PROTOBUF.read(bomb, null))
                .isInstanceOf(ProtobufException.class)
                .hasMessage("proto: messages nest deeper than 100");
    }
}
