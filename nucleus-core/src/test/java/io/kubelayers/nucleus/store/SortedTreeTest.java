package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Law: a sorted tree is a {@link TreeMap} of which every version stays. */
class SortedTreeTest {
    private static byte[] key(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    @Property(tries = 300)
    void itIsATreeMap(@ForAll @Size(max = 600) List<@IntRange(max = 150) Integer> numbers, @ForAll Random order) {
        SortedTree<String> tree = SortedTree.empty();
        TreeMap<Integer, String> reference = new TreeMap<>();
        for (int number : numbers) {
            if (order.nextInt(3) == 0) {
                tree = tree.without(key(number));
                reference.remove(number);
            } else {
                String value = number + "#" + order.nextInt();
                tree = tree.with(key(number), value);
                reference.put(number, value);
            }
        }
        assertSame(tree, reference);
    }

    private static void assertSame(SortedTree<String> tree, TreeMap<Integer, String> reference) {
        assertThat(tree.size()).isEqualTo(reference.size());
        assertThat(tree.values()).containsExactlyElementsOf(reference.values());
        for (int number = 0; number <= 151; number++) {
            assertThat(tree.get(key(number))).isEqualTo(reference.get(number));
            assertThat(tree.rank(key(number)))
                    .isEqualTo(reference.headMap(number).size());
        }
    }

    @Test
    void itGrowsAndShrinksByThousandsInAnyOrderAndOldVersionsStay() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers, new Random(7));
        SortedTree<Integer> tree = SortedTree.empty();
        for (int number : numbers) {
            tree = tree.with(key(number), number);
        }
        SortedTree<Integer> full = tree;
        Collections.shuffle(numbers, new Random(8));
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(tree.size()).isEqualTo(20_000 - i);
            tree = tree.without(key(numbers.get(i)));
        }

        assertThat(tree.values()).isEmpty();
        assertThat(full.size()).isEqualTo(20_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(full.values().get(i)).isEqualTo(i);
            assertThat(full.get(key(i))).isEqualTo(i);
        }
    }

    @Test
    void takingOutWhatIsNotThereGivesTheSameTree() {
        SortedTree<String> tree = SortedTree.<String>empty().with(key(1), "one");

        assertThat(tree.without(key(2))).isSameAs(tree);
    }

    @Test
    void aStretchIsAListOfItsOwn() {
        SortedTree<Integer> tree = SortedTree.empty();
        for (int i = 0; i < 100; i++) {
            tree = tree.with(key(i), i);
        }
        List<Integer> stretch = tree.values(20, 90);

        assertThat(stretch).hasSize(70).startsWith(20, 21).endsWith(88, 89);
        assertThat(stretch.get(0)).isEqualTo(20);
        assertThat(stretch.get(69)).isEqualTo(89);
        assertThat(stretch.subList(10, 12)).containsExactly(30, 31);
        assertThat(stretch.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3815);
        assertThat(tree.values(50, 50)).isEmpty();
    }
}
