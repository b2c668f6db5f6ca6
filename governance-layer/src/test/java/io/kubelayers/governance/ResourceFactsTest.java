package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every resource is named and served as the fact tables of Kubernetes v1.35 say. */
class ResourceFactsTest {
    private static final TypeRegistry TYPES =
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL);

    @TestFactory
    Stream<DynamicTest> everyResourceOfTheTablesIsServed() throws IOException {
        String text = Files.readString(SharedFolder.require("facts/api-resources.yaml"));
        return Tree.list(Codec.readTree(text, ReadOptions.strict()).get("resources")).stream()
                .map(facts -> DynamicTest.dynamicTest(
                        Tree.text(facts, "plural") + " of " + Tree.text(facts, "group"), () -> check(facts)));
    }

    private static void check(@Nullable Object facts) {
        GroupVersionKind kind =
                new GroupVersionKind(Tree.text(facts, "group"), Tree.text(facts, "version"), Tree.text(facts, "kind"));
        ResourceType type = TYPES.byKind(kind).orElseThrow();
        assertThat(type.plural()).isEqualTo(Tree.text(facts, "plural"));
        if (!Tree.text(facts, "singular").isEmpty()) {
            assertThat(type.singular()).isEqualTo(Tree.text(facts, "singular"));
        }
        assertThat(type.namespaced()).isEqualTo(Tree.get(facts, "namespaced"));
        if (!Tree.text(facts, "listKind").isEmpty()) {
            assertThat(type.listKind()).isEqualTo(Tree.text(facts, "listKind"));
        }
        assertThat(type.shortNames()).isEqualTo(Tree.list(Tree.get(facts, "shortNames")));
        assertThat(type.categories()).isEqualTo(Tree.list(Tree.get(facts, "categories")));
        assertThat(type.verbs()).hasSameElementsAs(strings(facts, "verbs").toList());
        // there is a printer for these, but their storage prints without it (storage/csistoragecapacity/storage.go)
        boolean printedPlainly = type.plural().equals("csistoragecapacities");
        if (printedPlainly) {
            assertThat(type.columns()).extracting(column -> column.name()).containsExactly("Name", "Created At");
            return;
        }
        if (type.group().equals("metrics.k8s.io")) {
            // an extension serves them, with columns of its own (metrics-server pkg/api/table.go)
            assertThat(type.columns()).extracting(column -> column.name()).contains("cpu", "memory");
            return;
        }
        assertThat(type.columns())
                .extracting(column -> column.name() + " " + column.type() + " " + column.format() + column.priority())
                .isEqualTo(Tree.list(Tree.get(facts, "columns")).stream()
                        .map(column -> Tree.text(column, "name") + " " + Tree.text(column, "type") + " "
                                + Tree.text(column, "format")
                                + (Tree.get(column, "priority") == null ? 0 : Tree.get(column, "priority")))
                        .toList());
        assertThat(type.subresources())
                .extracting(subresource -> subresource.name() + subresource.verbs())
                .isEqualTo(Tree.list(Tree.get(facts, "subresources")).stream()
                        .map(subresource -> Tree.text(subresource, "name") + Tree.get(subresource, "verbs"))
                        .toList());
    }

    private static Stream<String> strings(@Nullable Object facts, String name) {
        return Tree.list(Tree.get(facts, name)).stream().map(String.class::cast);
    }
}
