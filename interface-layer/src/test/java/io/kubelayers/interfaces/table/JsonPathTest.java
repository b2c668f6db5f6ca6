package io.kubelayers.interfaces.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final String OBJECT =
            """
            metadata: {name: web, labels: {app.kubernetes.io/name: shop}}
            spec: {replicas: 3, hosts: [{name: a, tls: true}, {name: b, tls: false}]}
            status:
              conditions:
              - {type: Ready, status: "True"}
              - {type: Synced, status: "False"}
            """;

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ".metadata.name | [web]",
                "{.spec.replicas} | [3]",
                ".metadata.labels['app.kubernetes.io/name'] | [shop]",
                ".metadata.labels.app\\.kubernetes\\.io/name | [shop]",
                ".spec.hosts[1].name | [b]",
                ".spec.hosts[-1].name | [b]",
                ".spec.hosts[*].name | [a, b]",
                ".status.conditions[?(@.type==\"Ready\")].status | [True]",
                ".status.conditions[?(@.type!='Ready')].status | [False]",
                ".spec.hosts[?(@.tls==true)].name | [a]",
                ".spec.missing.deeper | []",
                ".spec.hosts[7].name | []",
            })
    void aPathFindsValues(String path, String found) {
        var tree = Codec.readTree(OBJECT, ReadOptions.strict());

        assertThat(JsonPath.parse(path).find(tree).toString()).isEqualTo(found);
    }

    @Test
    void aPathThatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> JsonPath.parse(".spec.hosts[0:2]"))
                .isInstanceOf(JsonPathException.class)
                .hasMessage("can't read JSON path \".spec.hosts[0:2]\": [0:2] is not supported");
        assertThatThrownBy(() -> JsonPath.parse("spec"))
                .hasMessage("can't read JSON path \"spec\": expected . or [ at position 1");
        assertThatThrownBy(() -> JsonPath.parse(".spec[0"))
                .hasMessage("can't read JSON path \".spec[0\": [ at position 6 is not closed");
    }
}
