package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Law: a hash trie is a {@link HashMap} of which every version stays, also when hashes collide. */
class HashTrieTest {
    /** A key whose hash is chosen. */
    record Chosen(int number, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Few hashes for many keys, some alike in all but the highest bits. */
    private static Chosen key(int number) {
        return new Chosen(number, number % 3 == 0 ? 42 : number % 3 == 1 ? number << 27 : number);
    }

    @Property(tries = 300)
    void itIsAHashMap(@ForAll @Size(max = 400) List<@IntRange(max = 100) Integer> numbers, @ForAll Random order) {
        HashTrie<Chosen, String> trie = HashTrie.empty();
        Map<Chosen, String> reference = new HashMap<>();
        for (int number : numbers) {
            if (order.nextInt(3) == 0) {
                trie = trie.without(key(number));
                reference.remove(key(number));
            } else {
                String value = number + "#" + order.nextInt();
                trie = trie.with(key(number), value);
                reference.put(key(number), value);
            }
        }
        for (int number = 0; number <= 101; number++) {
            assertThat(trie.get(key(number))).isEqualTo(reference.get(key(number)));
        }
    }

    @Test
    void itGrowsAndShrinksByThousandsAndOldVersionsStay() {
        HashTrie<String, Integer> trie = HashTrie.empty();
        for (int i = 0; i < 20_000; i++) {
            trie = trie.with("pod-" + i, i);
        }
        HashTrie<String, Integer> full = trie;
        for (int i = 0; i < 20_000; i += 2) {
            trie = trie.without("pod-" + i);
        }
        for (int i = 0; i < 20_000; i++) {
            assertThat(trie.get("pod-" + i)).isEqualTo(i % 2 == 0 ? null : Integer.valueOf(i));
            assertThat(full.get("pod-" + i)).isEqualTo(i);
        }
    }

    @Test
    void takingOutWhatIsNotThereGivesTheSameTrie() {
        HashTrie<Chosen, String> trie = HashTrie.<Chosen, String>empty().with(key(3), "three");

        assertThat(trie.without(key(4))).isSameAs(trie);
        assertThat(trie.without(key(6))).as("same hash").isSameAs(trie);
        assertThat(trie.with(key(6), "six").without(key(9)).get(key(6))).isEqualTo("six");
    }
}
