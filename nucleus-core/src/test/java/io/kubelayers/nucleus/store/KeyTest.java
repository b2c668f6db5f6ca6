package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void thePathIsThatOfEtcd() {
        assertThat(Key.namespaced("pods", "default", "web").path()).isEqualTo("/registry/pods/default/web");
        assertThat(Key.namespaced("apps/deployments", "default", "web").path())
                .isEqualTo("/registry/apps/deployments/default/web");
        assertThat(Key.clusterWide("nodes", "n1").path()).isEqualTo("/registry/nodes/n1");
    }

    @Test
    void messagesNameTheResourceBeforeItsGroup() {
        assertThat(Key.namespaced("pods", "default", "web").qualifiedResource()).isEqualTo("pods");
        assertThat(Key.namespaced("apps/deployments", "default", "web").qualifiedResource())
                .isEqualTo("deployments.apps");
    }

    @Test
    void aPrefixCoversItsResourceOrOneNamespaceOfIt() {
        Key key = Key.namespaced("pods", "default", "web");

        assertThat(Prefix.all("pods").covers(key)).isTrue();
        assertThat(Prefix.in("pods", "default").covers(key)).isTrue();
        assertThat(Prefix.in("pods", "def").covers(key)).isFalse();
        assertThat(Prefix.all("pod").covers(key)).isFalse();
        assertThat(Prefix.all("pods")).hasToString("/registry/pods/");
        assertThat(Prefix.in("pods", "default")).hasToString("/registry/pods/default/");
    }

    /** Keys of one resource, with the characters that are special in sort keys and those of other lengths. */
    @Provide
    Arbitrary<Key> keys() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars('\0', '\1', '\2', '-', 'a', 'b', '\u007f', '\u0080', '\u07ff', '\u0800', '\ud83d', '\uffff')
                .ofMaxLength(4);
        return Combinators.combine(texts, texts).as((namespace, name) -> Key.namespaced("pods", namespace, name));
    }

    @Property(tries = 5000)
    void sortKeysAreInTheOrderOfTheirKeys(@ForAll("keys") Key left, @ForAll("keys") Key right) {
        assertThat(Integer.signum(Arrays.compareUnsigned(SortKey.of(left), SortKey.of(right))))
                .isEqualTo(Integer.signum(left.compareTo(right)));
        assertThat(Arrays.compareUnsigned(SortKey.of(right), SortKey.after(left)) >= 0)
                .isEqualTo(right.compareTo(left) > 0);
    }

    @Property(tries = 5000)
    void everythingInANamespaceLiesBetweenItsStartAndItsEnd(@ForAll("keys") Key key, @ForAll("keys") Key other) {
        byte[] sortKey = SortKey.of(key);
        boolean between = Arrays.compareUnsigned(SortKey.start(other.namespace()), sortKey) <= 0
                && Arrays.compareUnsigned(sortKey, SortKey.end(other.namespace())) < 0;

        assertThat(between).isEqualTo(key.namespace().equals(other.namespace()));
    }
}
