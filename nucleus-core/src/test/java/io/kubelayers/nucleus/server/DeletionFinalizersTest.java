package io.kubelayers.nucleus.server;

import static io.kubelayers.nucleus.server.GarbageCollectionPolicy.DELETE_DEPENDENTS;
import static io.kubelayers.nucleus.server.GarbageCollectionPolicy.ORPHAN_DEPENDENTS;
import static io.kubelayers.nucleus.server.GarbageCollectionPolicy.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a delete tells the garbage collector: its options decide, then what was asked before, then the kind. */
class DeletionFinalizersTest {
    record Case(
            String sentence,
            List<String> before,
            DeleteOptions options,
            GarbageCollectionPolicy kind,
            List<String> after) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static List<Case> cases() {
        var silent = DeleteOptionsBuilder.builder().build();
        return List.of(
                new Case("nothing is said of most kinds", List.of(), silent, DELETE_DEPENDENTS, List.of()),
                new Case(
                        "old kinds let go of their dependents",
                        List.of(),
                        silent,
                        ORPHAN_DEPENDENTS,
                        List.of("orphan")),
                new Case(
                        "unless the delete says otherwise",
                        List.of(),
                        silent.withPropagationPolicy("Background"),
                        ORPHAN_DEPENDENTS,
                        List.of()),
                new Case(
                        "dependents first",
                        List.of("a.b/c"),
                        silent.withPropagationPolicy("Foreground"),
                        DELETE_DEPENDENTS,
                        List.of("a.b/c", "foregroundDeletion")),
                new Case(
                        "the old option means orphans too",
                        List.of("foregroundDeletion"),
                        silent.withOrphanDependents(true),
                        DELETE_DEPENDENTS,
                        List.of("orphan")),
                new Case(
                        "or none", List.of("orphan"), silent.withOrphanDependents(false), ORPHAN_DEPENDENTS, List.of()),
                new Case(
                        "what was asked before stays asked",
                        List.of("foregroundDeletion"),
                        silent,
                        ORPHAN_DEPENDENTS,
                        List.of("foregroundDeletion")),
                new Case(
                        "of events nothing depends",
                        List.of(),
                        silent.withPropagationPolicy("Orphan"),
                        UNSUPPORTED,
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tells(Case c) {
        assertThat(DeletionFinalizers.after(c.before(), c.options(), c.kind())).isEqualTo(c.after());
    }
}
