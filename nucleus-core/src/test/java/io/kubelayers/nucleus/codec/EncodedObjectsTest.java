package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of encoded objects is what encoding them anew would give. */
class EncodedObjectsTest {
    private final ResourceType type = ResourceType.of(ConfigMap.class);
    private final Codec codec = Codec.of(TypeRegistry.of(List.of(ConfigMap.class)));
    private final EncodedObjects encoded = new EncodedObjects(1 << 20);

    private static ConfigMap map(String name) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .resourceVersion("7")
                        .build())
                .data(Map.of("größe", "<5 & \"more\""))
                .build();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void anObjectIsItsJsonAndALineBreak() {
        var map = map("one");
        assertThat(text(encoded.encode(map, codec).line())).isEqualTo(codec.toJson(map) + "\n");
    }

    @Test
    void oneVersionOfAnObjectIsEncodedOnce() {
        var map = map("one");
        assertThat(encoded.encode(map, codec)).isSameAs(encoded.encode(map, codec));
        var next = map.withMetadata(map.metadata().withResourceVersion("8"));
        assertThat(text(encoded.encode(next, codec).line())).contains("\"resourceVersion\":\"8\"");
    }

    @Test
    void anEventSaysWhatHappenedToTheObject() {
        var map = map("one");
        var event = encoded.encode(map, codec);
        assertThat(text(event.event("ADDED"))).isEqualTo("{\"type\":\"ADDED\",\"object\":" + codec.toJson(map) + "}\n");
        assertThat(text(event.event("DELETED"))).startsWith("{\"type\":\"DELETED\"");
        assertThat(event.event("DELETED")).isSameAs(event.event("DELETED"));
    }

    @Test
    void listsAreMadeOfTheirItems() {
        for (var items : List.of(List.<ConfigMap>of(), List.of(map("one")), List.of(map("one"), map("two")))) {
            var list = new ObjectList<>(new ListMeta(null, "9", "token", 4L), items);
            assertThat(text(encoded.encode(list, type, codec))).isEqualTo(codec.toJson(list, type) + "\n");
        }
    }

    @Test
    void whatIsTooMuchIsForgottenAndEncodedAgain() {
        var small = new EncodedObjects(0);
        var map = map("one");
        var list = new ObjectList<>(new ListMeta(null, "9", null, null), List.of(map));
        assertThat(text(small.encode(list, type, codec))).isEqualTo(codec.toJson(list, type) + "\n");
        assertThat(text(small.encode(list, type, codec))).isEqualTo(codec.toJson(list, type) + "\n");
    }
}
