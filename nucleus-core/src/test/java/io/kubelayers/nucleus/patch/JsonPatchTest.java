package io.kubelayers.nucleus.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonPatchTest {
    private static final Map<String, Object> DOUBLE = Map.of("op", "copy", "from", "/a", "path", "/a/-");

    @Test
    void copiesShareWhatTheyCopy() {
        assertThat(JsonPatch.apply(Map.of("a", List.of("x")), List.of(DOUBLE, DOUBLE)))
                .isEqualTo(Map.of("a", List.of("x", List.of("x"), List.of("x", List.of("x")))));
    }

    /** Twenty small operations would make millions of entries, fifty more than there is memory anywhere. */
    @Test
    void copiesThatDoubleADocumentAreRefused() {
        var patch = new ArrayList<Object>();
        for (int i = 0; i < 50; i++) {
            patch.add(DOUBLE);
        }
        assertThatThrownBy(() -> JsonPatch.apply(Map.of("a", List.of("x")), patch))
                .isInstanceOf(PatchException.class)
                .hasMessage("Unable to complete the copy, the accumulated size increase of copy is 6291430,"
                        + " exceeding the limit 3145728");
    }
}
