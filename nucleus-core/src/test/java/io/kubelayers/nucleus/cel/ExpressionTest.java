package io.kubelayers.nucleus.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of expressions, and upstream's words for those that have none. */
class ExpressionTest {
    private static final Environment ENVIRONMENT = Environment.empty()
            .with("object", Type.DYN)
            .with(
                    "request",
                    Type.object(
                            "request",
                            Map.of("name", Type.STRING, "groups", Type.list(Type.STRING), "dryRun", Type.BOOL)));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + 2 * 3 | int",
                "1.5 / 2.0 | double",
                "'a' + \"b\" | string",
                "'''a''' + r'\\d' | string",
                "b'x' | bytes",
                "7u % 2u | uint",
                "!true && 1 < 2 && 'a' in ['a', 'b'] | bool",
                "object.spec.replicas | dyn",
                "object.spec.replicas > 1 | bool",
                "object.spec.containers.all(c, c.image.startsWith('a')) | bool",
                "object.spec.containers.map(c, c.name) | list(dyn)",
                "request.groups.filter(g, g != 'a') | list(string)",
                "request.groups[0] | string",
                "request.dryRun ? 'a' : request.name | string",
                "has(object.metadata.labels) && size(object.metadata.labels) > 0 | bool",
                "{'a': 1, 'b': 2} | map(string, int)",
                "{'a': 1}['a'] | int",
                "null | null_type",
                "-1 | int",
                "timestamp('2026-01-01T00:00:00Z') + duration('1h') | google.protobuf.Timestamp",
                "object.x // and why | dyn",
                "cel.bind(n, size(object.a), n + 1) | int",
            })
    void type(String expression, String type) {
        var read = Expression.check(expression, ENVIRONMENT);
        assertThat(read.complaint()).isEmpty();
        assertThat(read.type()).hasToString(type);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bad_Value! | 1:10: Syntax error: extraneous input '!' expecting <EOF>",
                "a b c | 1:3: Syntax error: mismatched input 'b' expecting <EOF>",
                "request.name == 'a'x | 1:20: Syntax error: extraneous input 'x' expecting <EOF>",
                "object.n > 0x | 1:13: Syntax error: extraneous input 'x' expecting <EOF>",
                "object. | 1:8: Syntax error: no viable alternative at input '.'",
                "bogus.x | 1:1: undeclared reference to 'bogus' (in container '')",
                "request.nme | 1:8: undefined field 'nme'",
                "request.name == 1 | 1:14: found no matching overload for '_==_' applied to '(string, int)'",
                "1 + 'a' | 1:3: found no matching overload for '_+_' applied to '(int, string)'",
                "!request.name | 1:1: found no matching overload for '!_' applied to '(string)'",
                "frobnicate(object) | 1:11: undeclared reference to 'frobnicate' (in container '')",
                "request.name.all(c, true) | 1:8: expression of type 'string' cannot be range of a comprehension (must be"
                        + " list, map, or dynamic)",
                "has(object) | 1:4: invalid argument to has() macro",
            })
    void complaint(String expression, String complaint) {
        assertThat(Expression.check(expression, ENVIRONMENT).complaint())
                .startsWith("compilation failed: ERROR: <input>:" + complaint + "\n | " + expression + "\n | ");
    }

    @Test
    void aMarkStandsUnderWhatIsWrongAndEveryMistakeIsTold() {
        assertThat(Expression.check("a + b", Environment.empty()).complaint())
                .isEqualTo(
                        """
                        compilation failed: ERROR: <input>:1:1: undeclared reference to 'a' (in container '')
                         | a + b
                         | ^
                        ERROR: <input>:1:5: undeclared reference to 'b' (in container '')
                         | a + b
                         | ....^""");
    }

    @Test
    void anExpressionMustBeOfTheTypeThatIsWanted() {
        assertThat(Expression.check("1 + 1", ENVIRONMENT, List.of(Type.BOOL)).complaint())
                .isEqualTo("must evaluate to bool");
        assertThat(Expression.check("1", ENVIRONMENT, List.of(Type.STRING, Type.NULL))
                        .complaint())
                .isEqualTo("must evaluate to one of [string null_type]");
        assertThat(Expression.check("object.a", ENVIRONMENT, List.of(Type.BOOL)).complaint())
                .isEqualTo("must evaluate to bool");
        assertThat(Expression.check("object.a == 1", ENVIRONMENT, List.of(Type.BOOL))
                        .complaint())
                .isEmpty();
    }

    /** Whatever somebody writes, reading it ends with an answer. */
    @Property
    void anyTextIsAnswered(@ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text) {
        assertThat(Expression.check(text, ENVIRONMENT)).isNotNull();
    }

    @Test
    void whatIsLongNeedsNoMoreOfTheStack() {
        var text = "'" + "a".repeat(30_000) + "'" + " //b\n".repeat(6_000) + " + \"" + "\\n".repeat(15_000) + '"';
        assertThat(Expression.check(text, ENVIRONMENT)).isEqualTo(new Expression(Type.STRING, ""));
        assertThat(Expression.check("true" + " && true".repeat(10_000), ENVIRONMENT))
                .isEqualTo(new Expression(Type.BOOL, ""));
        assertThat(Expression.check("-".repeat(50_000) + "1", ENVIRONMENT)).isEqualTo(new Expression(Type.INT, ""));
    }

    @ParameterizedTest(name = "{1} times {0}")
    @CsvSource({
        "' ', 100001, 'expression code point size exceeds limit: size: 100001, limit 100000'",
        "(, 251, 'expression recursion limit exceeded: 250'",
        "1 + , 251, max recursion depth exceeded",
        "object.a == , 250, max recursion depth exceeded",
    })
    void whatIsTooMuchIsRefused(String part, int times, String message) {
        assertThat(Expression.check(part.repeat(times) + (part.isBlank() ? "" : "1"), ENVIRONMENT)
                        .complaint())
                .isEqualTo("compilation failed: ERROR: <input>:-1:0: " + message);
    }

    @Test
    void aDepthOf250IsFine() {
        assertThat(Expression.check("1 + ".repeat(250) + "1", ENVIRONMENT).complaint())
                .isEmpty();
        assertThat(Expression.check("(".repeat(249) + "1" + ")".repeat(249), ENVIRONMENT)
                        .complaint())
                .isEmpty();
    }
}
