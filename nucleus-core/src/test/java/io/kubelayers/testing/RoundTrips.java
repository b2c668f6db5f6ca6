package io.kubelayers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The law of codecs: what is written reads back as the same object, in every form. */
public final class RoundTrips {
    private RoundTrips() {}

    /** One test a class: full, empty and random objects through JSON, YAML and trees, strictly. */
    public static Stream<DynamicTest> tests(List<Class<?>> classes, TypeRegistry types) {
        Codec codec = Codec.of(types);
        return classes.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName() + " survives JSON, YAML and trees", () -> {
                    check(codec, type, Objects.full(type));
                    Random random = new Random(7);
                    for (int i = 0; i < 20; i++) {
                        check(codec, type, Objects.random(type, random));
                    }
                }));
    }

    private static void check(Codec codec, Class<?> type, Object object) {
        String json = codec.toJson(object);
        assertThat(codec.read(json, type)).isEqualTo(object);
        assertThat(codec.toJson(codec.read(json, type))).isEqualTo(json);
        assertThat(codec.read(codec.toYaml(object), type)).isEqualTo(object);
        assertThat(codec.decode(codec.toTree(object), type, ReadOptions.strict())
                        .value())
                .isEqualTo(object);
        assertThat(Codec.json(codec.toTree(object))).isEqualTo(json);
    }
}
