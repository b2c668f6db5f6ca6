package io.kubelayers.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class GoldenTest {
    @TempDir
    Path folder;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final String given = System.getProperty("golden.dir", "");

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setProperty("golden.dir", folder.toString());
    }

    @AfterEach
    void restore() {
        System.setOut(console);
        System.setProperty("golden.dir", given);
    }

    @Test
    void countsTheCasesOfEachFamily() throws IOException {
        write("sums/small", "{\"id\":\"a\",\"in\":[1,2],\"sum\":3}", "{\"id\":\"b\",\"in\":[1,1],\"sum\":3}");
        write("sums/big", "{\"id\":\"c\",\"in\":[10000000000,1],\"sum\":\"10000000001\"}", "");

        List<String> failed = run(Golden.topic("sums").reportTo(folder), GoldenTest::addUp);

        assertThat(failed).containsExactly("b");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("golden sums/big: 1 passed, 0 failed\ngolden sums/small: 1 passed, 1 failed\n"
                        .replace("\n", System.lineSeparator()));
        assertThat(folder.resolve("sums.json"))
                .hasContent(
                        "[{\"family\":\"big\",\"passed\":1,\"failed\":0,\"knownDifferences\":0,\"failedIds\":[]},"
                                + "{\"family\":\"small\",\"passed\":1,\"failed\":1,\"knownDifferences\":0,\"failedIds\":[\"b\"]}]");
    }

    @Test
    void runsOnlyWhatIsAskedFor() throws IOException {
        write("sums/small", "{\"id\":\"a\"}", "{\"id\":\"b\"}");
        write("sums/big", "{\"id\":\"c\"}");
        List<String> seen = new ArrayList<>();

        run(
                Golden.topic("sums").reportTo(folder).families("small").only(c -> !c.id().equals("a")),
                c -> seen.add(c.id()));

        assertThat(seen).containsExactly("b");
    }

    @Test
    void skipsATopicThatIsNotThere() {
        List<DynamicTest> tests = Golden.topic("nothing").tests(c -> {}).toList();

        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute()).isInstanceOf(TestAbortedException.class);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("golden nothing: skipped, no folder");
    }

    @Test
    void aKnownDifferenceMustDiffer() throws Throwable {
        GoldenDifferences known = GoldenDifferences.parse("sums", "sums/a 1.26 could not add\nother/b no matter\n");
        GoldenCase a = new GoldenCase("sums", "small", "a", Map.of("in", List.of(1L, 2L), "sum", 4L));
        GoldenCount count = new GoldenCount("sums", "small");

        count.run(a, GoldenTest::addUp, known);
        assertThat(count).hasToString("golden sums/small: 0 passed, 0 failed, 1 known differences");
        assertThatThrownBy(() -> count.run(a, c -> {}, known))
                .hasMessage("no longer different, take it from the list: 1.26 could not add");
        assertThatThrownBy(() -> GoldenDifferences.parse("sums", "sums/a"))
                .hasMessage("a difference needs a reason: sums/a");
    }

    @Test
    void readsTheTablesBesideTheCases() throws IOException {
        Files.createDirectories(folder.resolve("sums"));
        Files.writeString(folder.resolve("sums/table.json"), "{\"x\":[1,2.5,true,null,99999999999999999999]}");

        Object table = Golden.topic("sums").file("table.json");

        assertThat(table).hasToString("{x=[1, 2.5, true, null, 99999999999999999999]}");
        assertThat(((Map<?, ?>) table).get("x"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasAtLeastOneElementOfType(Long.class);
    }

    private static void addUp(GoldenCase c) {
        long sum =
                c.list("in").stream().mapToLong(n -> ((Number) n).longValue()).sum();
        assertThat(sum).isEqualTo(c.number("sum"));
    }

    /** Runs as JUnit does, each test before the next is asked for; gives the names of those that failed. */
    private static List<String> run(Golden golden, ThrowingConsumer<GoldenCase> test) {
        List<String> failed = new ArrayList<>();
        golden.tests(test).iterator().forEachRemaining(dynamic -> {
            try {
                dynamic.getExecutable().execute();
            } catch (Throwable e) {
                failed.add(dynamic.getDisplayName());
            }
        });
        return failed;
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name + Golden.SUFFIX);
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }
}
