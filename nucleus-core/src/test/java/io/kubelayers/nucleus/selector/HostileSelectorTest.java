package io.kubelayers.nucleus.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.kubelayers.nucleus.validation.Names;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes over the wire is refused or accepted in time linear in its length, with a typed error. */
class HostileSelectorTest {
    private static final int MANY = 200_000;

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(MANY),
                "!".repeat(MANY),
                "=".repeat(MANY),
                ",".repeat(MANY),
                "\0".repeat(MANY),
                " ".repeat(MANY),
                "\\".repeat(MANY),
                "a".repeat(MANY),
                "é".repeat(MANY),
                "a-".repeat(MANY),
                "a.".repeat(MANY) + "a",
                "a in (" + "b,".repeat(MANY),
                "a in (" + ",".repeat(MANY) + ")",
                "a,".repeat(MANY) + "a",
                "a=b".repeat(MANY));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void longInputDoesNotHang(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            attempt(() -> Selector.parse(text));
            attempt(() -> FieldSelector.parse(text));
            assertThatCode(() -> {
                        Names.dnsSubdomain(text);
                        Names.qualifiedName(text);
                        Names.labelValue(text);
                        Names.wildcardDnsSubdomain("*." + text);
                        Names.portName(text);
                        Names.ip(text);
                    })
                    .doesNotThrowAnyException();
        });
    }

    static void attempt(Callable<?> reading) {
        try {
            reading.call();
        } catch (InvalidSelectorException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        } catch (Exception other) {
            throw new AssertionError(other);
        }
    }
}
