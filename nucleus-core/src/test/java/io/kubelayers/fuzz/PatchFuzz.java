package io.kubelayers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadLimits;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.patch.JsonPatch;
import io.kubelayers.nucleus.patch.MergePatch;
import io.kubelayers.nucleus.patch.PatchException;
import io.kubelayers.nucleus.patch.PatchSchema;
import io.kubelayers.nucleus.patch.StrategicMergePatch;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patches of the three kinds on a pod: none changes the pod it is given, and merge patches do nothing when done twice. */
public final class PatchFuzz implements FuzzTarget {
    private static final ReadOptions OPTIONS = ReadOptions.ignore().withLimits(ReadLimits.REQUEST);
    private static final PatchSchema SCHEMA = PatchSchema.of(Pod.class);
    private static final String POD =
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{"app":"web"},"finalizers":["a","b"]},
            "spec":{"containers":[{"name":"c","image":"i","ports":[{"containerPort":80,"protocol":"TCP"}],
            "env":[{"name":"A","value":"1"}]}],"tolerations":[{"key":"k"}],"volumes":[{"name":"v","emptyDir":{}}]}}""";

    @Override
    public void run(byte[] input) {
        Map<String, @Nullable Object> wrapped;
        try {
            // in an object, so that lists are read too
            wrapped = Codec.readTree("{\"patch\":" + new String(input, StandardCharsets.UTF_8) + "}", OPTIONS);
        } catch (DecodeException refused) {
            return;
        }
        var patch = wrapped.get("patch");
        var pod = Codec.readTree(POD, OPTIONS);
        var untouched = Tree.copyOf(pod);
        try {
            JsonPatch.apply(pod, patch);
        } catch (PatchException refused) {
            // as documented
        }
        try {
            var once = MergePatch.apply(pod, patch);
            assertThat(MergePatch.apply(once, patch)).isEqualTo(once);
        } catch (PatchException refused) {
            // as documented
        }
        if (patch instanceof Map<?, ?>) {
            try {
                StrategicMergePatch.apply(pod, Tree.map(patch), SCHEMA);
            } catch (PatchException refused) {
                // as documented
            }
        }
        assertThat(pod).isEqualTo(untouched);
    }
}
