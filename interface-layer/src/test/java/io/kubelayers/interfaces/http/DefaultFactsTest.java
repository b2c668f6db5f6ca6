package io.kubelayers.interfaces.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Suppliers;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.JsonValue;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.testing.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every default of the fact tables of Kubernetes v1.35 is filled in; {@code defaults.yaml} has an example of each. */
class DefaultFactsTest {
    /** Rules of the tables that no object can show, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of(
            "core/v1.PodLogOptions: stream when gate PodLogsQuerySplitStreams",
                    "parameters of a request, behind a gate",
            "core/v1.EphemeralContainer: imagePullPolicy",
                    "only through pods/ephemeralcontainers: EphemeralContainersTest",
            "core/v1.EphemeralContainer: terminationMessagePath", "as above",
            "core/v1.EphemeralContainer: terminationMessagePolicy", "as above",
            "core/v1.Service: status.loadBalancer.ingress[*].ipMode when type=LoadBalancer and ip set",
                    "a new service has no status",
            "resource/v1.DeviceTaint: timeAdded", "of a feature that is off",
            "resource/v1.DeviceToleration: operator", "as above");

    private static final RecordedWorlds WORLDS = new RecordedWorlds();

    /** A rule of the tables. */
    record Rule(String type, String path, @Nullable String when, @Nullable Object value) {
        @Override
        public String toString() {
            return type + ": " + path + (when == null ? "" : " when " + when);
        }
    }

    private static List<Rule> rules = List.of();
    private static List<@Nullable Object> samples = List.of();

    @BeforeAll
    static void read() throws IOException {
        var facts = Codec.readTree(Files.readString(SharedFolder.require("facts/defaults.yaml")), ReadOptions.ignore());
        var all = new ArrayList<Rule>();
        for (var part : List.of("byType", "byKind")) {
            Tree.map(facts.get(part))
                    .forEach((type, list) -> Tree.list(list).forEach(rule -> all.add(rule(type, rule))));
        }
        rules = all;
        try (var in = Objects.requireNonNull(DefaultFactsTest.class.getResourceAsStream("defaults.yaml"))) {
            var text = "samples:\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            samples = Tree.list(Codec.readTree(text, ReadOptions.ignore()).get("samples"));
        }
    }

    private static Rule rule(String type, @Nullable Object rule) {
        var when = Tree.get(rule, "when");
        return new Rule(type, Tree.text(rule, "path"), when == null ? null : when.toString(), Tree.get(rule, "value"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsMissingIsFilledIn() {
        var tests = new ArrayList<DynamicTest>();
        for (var sample : samples) {
            var made = Suppliers.memoize(() -> made(sample));
            for (var shown : Tree.list(Tree.get(sample, "shows"))) {
                for (var rule : shownBy(shown)) {
                    var name = Tree.text(sample, "object", "kind") + " "
                            + Tree.text(sample, "object", "metadata", "name") + ": " + rule;
                    tests.add(DynamicTest.dynamicTest(name, () -> check(made.get(), shown, rule)));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void everyRuleHasAnExample() {
        Set<String> shown = new LinkedHashSet<>(NOT_SHOWN.keySet());
        for (var sample : samples) {
            for (var entry : Tree.list(Tree.get(sample, "shows"))) {
                var found = shownBy(entry);
                assertThat(found).as("rules of the tables that %s shows", entry).isNotEmpty();
                found.forEach(rule -> shown.add(rule.toString()));
            }
        }
        var missing = new TreeSet<String>();
        for (var rule : rules) {
            if (!shown.contains(rule.toString())) {
                missing.add(rule.toString());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Rule> shownBy(@Nullable Object entry) {
        var path = Tree.get(entry, "path");
        return rules.stream()
                .filter(rule -> rule.type().equals(Tree.text(entry, "of")))
                .filter(rule -> path == null || path.equals(rule.path()))
                .filter(rule -> Objects.equals(rule.when(), Tree.get(entry, "when")))
                .toList();
    }

    private static Map<String, @Nullable Object> made(@Nullable Object sample) {
        var world = WORLDS.fresh("defaulting");
        send(world, "POST", "/api/v1/namespaces", Map.of("kind", "Namespace", "metadata", Map.of("name", "default")));
        send(
                world,
                "POST",
                "/api/v1/namespaces/default/serviceaccounts",
                Map.of("kind", "ServiceAccount", "metadata", Map.of("name", "default")));
        var method = Tree.get(sample, "put") == null ? "POST" : "PUT";
        var answer = send(
                world,
                method,
                Tree.text(sample, method.equals("PUT") ? "put" : "post"),
                Objects.requireNonNull(Tree.get(sample, "object")));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return Tree.map(JsonValue.read(answer.text()).tree());
    }

    private static HttpResponse send(RecordedWorlds.World world, String method, String path, Object body) {
        var headers = Headers.NONE.with("Authorization", "Bearer admin").with("Content-Type", "application/json");
        return world.api()
                .handle(HttpRequest.of(method, path, headers, SentText.of(body).getBytes(StandardCharsets.UTF_8)));
    }

    private static void check(Map<String, @Nullable Object> made, @Nullable Object shown, Rule rule) {
        var at = Tree.text(shown, "at");
        var reads = Tree.get(shown, "reads") instanceof String text ? text : rule.path();
        var expected = Tree.map(shown).containsKey("is") ? Tree.get(shown, "is") : rule.value();
        var found = FieldPlaces.in(made, at.isEmpty() ? reads : at + "." + reads);
        assertThat(found).as("places of %s", reads).isNotEmpty().allSatisfy(value -> assertThat(plain(value))
                .isEqualTo(plain(expected)));
    }

    /** Fields that are not written have no value, be it null, "" or nothing at all. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
            return copy;
        }
        return "".equals(value) ? null : value;
    }
}
