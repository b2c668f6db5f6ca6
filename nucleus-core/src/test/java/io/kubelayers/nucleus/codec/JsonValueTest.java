package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValueTest {
    @Test
    void aListIndentedByTabsIsJsonThoughItIsNoYaml() {
        var patch = JsonValue.read("[\n\t{\n\t\t\"op\": \"remove\",\n\t\t\"path\": \"/spec\"\n\t}\n]\n");

        assertThat(patch.tree()).isEqualTo(List.of(Map.of("op", "remove", "path", "/spec")));
        assertThat(patch.duplicates()).isEmpty();
    }

    @Test
    void fieldsThatAreThereTwiceAreNamedByTheirPlace() {
        var patch = JsonValue.read("[{\"op\":\"add\",\"op\":\"remove\"}]");

        assertThat(patch.tree()).isEqualTo(List.of(Map.of("op", "remove")));
        assertThat(patch.duplicates()).containsExactly("duplicate field \"[0].op\"");
    }

    @Test
    void scalarsAreValues() {
        assertThat(JsonValue.read(" \"text\" ").tree()).isEqualTo("text");
        assertThat(JsonValue.read("null").tree()).isNull();
    }

    @Test
    void whatIsNoJsonIsRefused() {
        for (var text : List.of("", "[1", "{} {}", "[1] 2", "a: 1")) {
            assertThatThrownBy(() -> JsonValue.read(text)).as(text).isInstanceOf(SyntaxException.class);
        }
    }
}
