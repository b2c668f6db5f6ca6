package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** YAML as kubectl prints it. */
class YamlWriterTest {
    @Test
    void anObjectAsKubectlShowsIt() {
        Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
        String pod =
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  annotations:
                    version: "1.10"
                  creationTimestamp: "2026-01-02T03:04:05Z"
                  name: web
                spec:
                  containers:
                  - args:
                    - --port=80
                    - "yes"
                    command:
                    - /bin/sh
                    - -c
                    - |
                      echo one
                      echo two
                    image: nginx:1.25
                    name: c
                    ports:
                    - containerPort: 80
                    resources:
                      limits:
                        cpu: 500m
                        memory: "1073741825"
                    securityContext: {}
                  nodeSelector:
                    kubernetes.io/os: linux
                status: {}
                """;
        assertThat(codec.toYaml(codec.read(pod))).isEqualTo(pod);
    }

    @Test
    void stringsAreQuotedWhereTheyWouldReadAsSomethingElse() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<String> texts = List.of(
                "plain",
                "true",
                "no",
                "null",
                "~",
                "",
                "1",
                "0x1f",
                "1_000",
                "1.5",
                "12:30",
                "2026-01-01",
                " padded ",
                "a: b",
                "a #b",
                "- a",
                "*a",
                "@a",
                "it's",
                "tab\there",
                "two\nlines",
                "end\n",
                "\n",
                "é",
                "-",
                "a:",
                "%a",
                "[");
        tree.put("list", texts);
        assertThat(Codec.yaml(tree))
                .isEqualTo(
                        """
                        list:
                        - plain
                        - "true"
                        - "no"
                        - "null"
                        - "~"
                        - ""
                        - "1"
                        - "0x1f"
                        - "1_000"
                        - "1.5"
                        - "12:30"
                        - "2026-01-01"
                        - ' padded '
                        - 'a: b'
                        - 'a #b'
                        - '- a'
                        - '*a'
                        - '@a'
                        - it's
                        - "tab\\there"
                        - |-
                          two
                          lines
                        - |
                          end
                        - |2+

                        - é
                        - '-'
                        - 'a:'
                        - '%a'
                        - '['
                        """);
    }

    @Test
    void longLinesAreFoldedAtEightyColumns() {
        Map<String, @Nullable Object> tree =
                Map.of("description", "word ".repeat(40).strip());
        assertThat(Codec.yaml(tree))
                .isEqualTo("description: word word word word word word word word word word word word word word\n"
                        + "  word word word word word word word word word word word word word word word word\n"
                        + "  word word word word word word word word word word\n");
    }

    @Test
    void keysAreInNaturalOrder() {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (String key : List.of("b", "a10", "a2", "A", "a-b", "_", "10", "9", "a")) {
            tree.put(key, null);
        }
        assertThat(Codec.yaml(tree).replace(": null\n", " ").replace("\"", "")).isEqualTo("_ 9 10 A a a-b a2 a10 b ");
    }

    @Property(tries = 500)
    void whatIsWrittenReadsBackTheSame(@ForAll("trees") Map<String, Object> tree) {
        assertThat(Codec.readTree(Codec.yaml(tree), ReadOptions.strict())).isEqualTo(tree);
        assertThat(Codec.readTree(Codec.json(tree), ReadOptions.strict())).isEqualTo(tree);
    }

    @Property(tries = 200)
    void theKeyOrderIsAnOrder(@ForAll("keys") List<String> keys) {
        String[] sorted = keys.toArray(new String[0]);
        Arrays.sort(sorted, YamlKeyOrder.NATURAL);
        for (int i = 1; i < sorted.length; i++) {
            assertThat(YamlKeyOrder.NATURAL.compare(sorted[i - 1], sorted[i])).isLessThanOrEqualTo(0);
            assertThat(YamlKeyOrder.NATURAL.compare(sorted[i], sorted[i - 1])).isGreaterThanOrEqualTo(0);
        }
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.strings().withChars("aB01-.é").ofMaxLength(6).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                text().map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles()
                        .between(-1e9, 1e9)
                        .filter(d -> d != Math.rint(d))
                        .map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag));
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> scalars,
                () -> scalars.list().ofMaxSize(4).map(list -> (Object) list),
                () -> Arbitraries.maps(text(), scalars).ofMaxSize(4).map(map -> (Object) map));
        return Arbitraries.maps(text(), values).ofMaxSize(5);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab1:-#'\" \n\t,[]{}&*!|>%@`~.=yesno0x\\é☃")
                        .ofMaxLength(20),
                Arbitraries.strings().alpha().ofMaxLength(200),
                Arbitraries.of("true", "yes", "null", "1", "0o7", "1e3", "12:30:00", "2026-01-01", "<<", "=", ".inf"));
    }
}
