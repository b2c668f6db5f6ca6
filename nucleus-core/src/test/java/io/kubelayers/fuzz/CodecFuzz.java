package io.kubelayers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadLimits;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;

/** JSON and YAML: what can be read can be written, and reads as the same again. */
public final class CodecFuzz implements FuzzTarget {
    private static final ReadOptions OPTIONS = ReadOptions.ignore().withLimits(ReadLimits.REQUEST);
    private final Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));

    @Override
    public void run(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        try {
            var tree = Codec.readTree(text, OPTIONS);
            assertThat(Codec.readTree(Codec.json(tree), OPTIONS)).isEqualTo(tree);
        } catch (DecodeException refused) {
            // as documented
        }
        try {
            var object = codec.read(input, OPTIONS).value();
            assertThat(codec.read(codec.toJson(object))).isEqualTo(object);
            assertThat(codec.read(codec.toYaml(object))).isEqualTo(object);
        } catch (DecodeException refused) {
            // as documented
        }
    }
}
