package io.kubelayers.nucleus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to exhaust or confuse a reader end in typed errors, soon. */
class HostileInputTest {
    private static final ReadOptions OPTIONS = ReadOptions.strict().withLimits(ReadLimits.REQUEST);

    record Case(String attack, String text, Class<? extends DecodeException> error, String message) {
        @Override
        public String toString() {
            return attack;
        }
    }

    static Stream<Case> cases() {
        String start = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":";
        return Stream.of(
                new Case(
                        "100,000 nested JSON arrays",
                        start + "[".repeat(100_000),
                        LimitException.class,
                        "1:545: exceeded max depth of 500"),
                new Case(
                        "100,000 nested JSON objects",
                        start + "{\"a\":".repeat(100_000),
                        LimitException.class,
                        "exceeded max depth of 500"),
                new Case(
                        "100,000 nested YAML flow lists",
                        "a: " + "[".repeat(100_000),
                        LimitException.class,
                        "max depth"),
                new Case("1,000 nested YAML block lists", "- ".repeat(1_000) + "a", LimitException.class, "max depth"),
                new Case(
                        "1,000 nested YAML block mappings",
                        blockMappings(1_000),
                        LimitException.class,
                        "exceeded max depth of 500"),
                new Case("a billion laughs", laughs(), LimitException.class, "document contains excessive aliasing"),
                new Case(
                        "1,000 nested merge keys",
                        "{<<: ".repeat(1_000),
                        LimitException.class,
                        "exceeded max depth of 500"),
                new Case(
                        "1,000 nested complex keys",
                        "? ".repeat(1_000) + "a",
                        LimitException.class,
                        "exceeded max depth"),
                new Case(
                        "depth built of aliases",
                        "a: &a " + nested(400, "1") + "\nb: " + nested(100, "*a"),
                        LimitException.class,
                        "2:104: exceeded max depth of 500"),
                new Case(
                        "an anchor inside itself",
                        "a: &a [*a]",
                        SyntaxException.class,
                        "1:8: anchor 'a' value contains itself"),
                new Case("an alias of nothing", "a: *b", SyntaxException.class, "1:4: unknown anchor 'b' referenced"),
                new Case(
                        "a merge of a scalar",
                        "<<: 1",
                        SyntaxException.class,
                        "1:5: map merge requires map or sequence of maps as the value"),
                new Case(
                        "a number of a million digits",
                        start + "1".repeat(1_000_000) + "}",
                        LimitException.class,
                        "a number has 1000000 characters, more than the limit of 1000"),
                new Case(
                        "a number beyond all doubles",
                        start + "1e999}",
                        SyntaxException.class,
                        "json: cannot unmarshal number 1e999 into Go value of type float64"),
                new Case("a YAML number that is none", "a: .nan", SyntaxException.class, "unsupported value: NaN"),
                new Case(
                        "more than three megabytes",
                        start + "\"" + "x".repeat(3 * 1024 * 1024) + "\"}",
                        LimitException.class,
                        "characters, more than the limit of 3145728"),
                new Case(
                        "10,001 documents",
                        "---\napiVersion: v1\nkind: ConfigMap\n".repeat(10_001),
                        LimitException.class,
                        "the text has more documents than the limit of 10000"),
                new Case(
                        "something after the object",
                        start + "{}} x",
                        SyntaxException.class,
                        "invalid JSON: Unrecognized token 'x'"),
                new Case(
                        "two objects where one belongs",
                        start + "{}} {}",
                        SyntaxException.class,
                        "more than one object where one was expected"),
                new Case("half an object", start, SyntaxException.class, "invalid JSON: Unexpected end-of-input"),
                new Case("a lone quote", "\"", SyntaxException.class, "invalid YAML: "),
                new Case("a NUL", "a: \u0000", SyntaxException.class, "1:4: invalid YAML: the character U+0000"),
                new Case(
                        "a comment in JSON",
                        "{\"a\":1 // no\n}",
                        SyntaxException.class,
                        "invalid JSON: Unexpected character ('/' (code 47))"),
                new Case(
                        "single quotes in JSON",
                        "{\"a\":'b'}",
                        SyntaxException.class,
                        "invalid JSON: Unexpected character"),
                new Case("NaN in JSON", "{\"a\":NaN}", SyntaxException.class, "invalid JSON: "),
                new Case(
                        "a Java object of the YAML library",
                        "a: !!javax.script.ScriptEngineManager [1]",
                        UnknownKindException.class,
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void attacksEndInTypedErrors(Case c) {
        if (c.error == UnknownKindException.class) {
            // tags name no classes: the value is just a list
            assertThat(Codec.readTree(c.text, OPTIONS)).hasToString("{a=[1]}");
            return;
        }
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThatThrownBy(() -> readAll(c.text))
                .isInstanceOf(c.error)
                .hasMessageContaining(c.message));
    }

    private static void readAll(String text) {
        Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
        if (text.startsWith("---")) {
            codec.readAll(text, OPTIONS);
        }
        Codec.readTree(text, OPTIONS);
    }

    private static String nested(int depth, String inside) {
        return "[".repeat(depth) + inside + "]".repeat(depth);
    }

    private static String blockMappings(int depth) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            text.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        return text.toString();
    }

    @Test
    void manyAliasesOfSmallThingsAreFine() {
        StringBuilder text = new StringBuilder("limits: &l {cpu: 1}\nlist:\n");
        text.append("- *l\n".repeat(10_000));
        assertThat(Tree.list(Codec.readTree(text.toString(), OPTIONS).get("list")))
                .hasSize(10_000);
    }

    @Test
    void brokenCharactersAreReplacedAsInGo() {
        Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
        byte[] text = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"a\":\"?\\ud800\"}}"
                .getBytes(StandardCharsets.UTF_8);
        text[indexOf(text, (byte) '?')] = (byte) 0xff;
        ConfigMap read = (ConfigMap) codec.read(text, OPTIONS).value();
        assertThat(codec.toJson(read)).endsWith("\"data\":{\"a\":\"\uFFFD\\ufffd\"}}");
    }

    private static int indexOf(byte[] bytes, byte wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 60) String text) {
        readOrRefuse(text);
    }

    @Property(tries = 2000)
    void anythingMadeOfYamlSignsIsReadOrRefused(@ForAll("yaml") String text) {
        readOrRefuse(text);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> yaml() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars("ab1:-?&*!|>'\"%@`{}[],# \n\t<~.=")
                .ofMaxLength(40);
    }

    private static void readOrRefuse(String text) {
        try {
            Codec.readTree(text, OPTIONS);
        } catch (DecodeException e) {
            assertThat(e.detail()).isNotBlank();
        }
    }

    @Test
    void textsThatLookLikeNumbersOfLongAgoNeedNoMoreOfTheStack() {
        assertThat(Codec.yaml(java.util.Map.of("a", "1" + ":1".repeat(200_000))))
                .startsWith("a: ");
    }
}
