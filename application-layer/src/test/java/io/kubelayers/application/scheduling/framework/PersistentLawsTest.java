package io.kubelayers.application.scheduling.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What snapshots are made of holds what a plain collection would, and no change is seen in what was there before. */
class PersistentLawsTest {
    /** Names of which many have the same hash, for "Aa" and "BB" have. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("Aa", "BB", "node-", "C")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .list()
                .ofMaxSize(120);
    }

    /** A name map is a map: each second time a name comes it is taken out. */
    @Property(tries = 300)
    void aNameMapIsAMap(@ForAll("names") List<String> names) {
        var plain = new HashMap<String, Integer>();
        NameMap<Integer> map = NameMap.empty();
        var before = new ArrayList<NameMap<Integer>>();
        var expected = new ArrayList<Map<String, Integer>>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            before.add(map);
            expected.add(new TreeMap<>(plain));
            if (plain.containsKey(name) && i % 3 > 0) {
                plain.remove(name);
                map = map.minus(name);
            } else {
                plain.put(name, i);
                map = map.plus(name, i);
            }
            assertThat(map.get(name)).isEqualTo(plain.get(name));
        }
        before.add(map);
        expected.add(plain);
        for (int i = 0; i < before.size(); i++) {
            assertThat(content(before.get(i))).isEqualTo(expected.get(i));
            assertThat(before.get(i).size()).isEqualTo(expected.get(i).size());
        }
        assertThat(map.minus("never there")).isSameAs(map);
    }

    private static Map<String, Integer> content(NameMap<Integer> map) {
        var content = new TreeMap<String, Integer>();
        map.forEach((name, value) ->
                assertThat(content.put(name, value)).as("%s is told once", name).isNull());
        content.forEach((name, value) -> assertThat(map.get(name)).isEqualTo(value));
        return content;
    }

    /** A name map holds as many as there are, also where it is many levels deep. */
    @Property(tries = 20)
    void aNameMapHoldsThousands(@ForAll int seed) {
        int many = 3000;
        NameMap<Integer> map = NameMap.empty();
        for (int i = 0; i < many; i++) {
            map = map.plus("pod-" + (seed + i), i);
        }
        assertThat(content(map)).hasSize(many);
        for (int i = 0; i < many; i += 2) {
            map = map.minus("pod-" + (seed + i));
        }
        assertThat(content(map)).hasSize(many / 2);
        for (int i = 1; i < many; i += 2) {
            map = map.minus("pod-" + (seed + i));
        }
        assertThat(map.isEmpty()).isTrue();
    }

    /** A node table is a list: nodes come, go and are replaced at any place of it. */
    @Property(tries = 100)
    void aNodeTableIsAList(@ForAll List<Integer> steps) {
        var plain = new ArrayList<NodeInfo>();
        for (int i = 0; i < 130; i++) {
            plain.add(node(i));
        }
        var table = NodeTable.of(plain.toArray(new NodeInfo[0]));
        var first = table;
        var before = List.copyOf(plain);
        for (int i = 0; i < Math.min(steps.size(), 30); i++) {
            int place = Math.floorMod(steps.get(i), plain.size());
            var other = node(1000 + i);
            switch (Math.floorMod(steps.get(i), 3)) {
                case 0 -> {
                    plain.set(place, other);
                    table = table.with(place, other);
                }
                case 1 -> {
                    plain.add(place, other);
                    table = table.inserted(place, other);
                }
                default -> {
                    plain.remove(place);
                    table = table.removed(place);
                }
            }
            assertThat(table.asList()).isEqualTo(plain);
        }
        assertThat(first.asList()).isEqualTo(before);
        plain.add(node(0));
        assertThat(table.inserted(table.size(), plain.get(plain.size() - 1)).asList())
                .isEqualTo(plain);
    }

    private static NodeInfo node(int number) {
        return NodeInfo.of(ANode.named("n" + number));
    }

    /** The pods of a node are a sorted map by key. */
    @Property(tries = 200)
    void sortedPodsAreASortedMap(@ForAll("names") List<String> names) {
        var plain = new TreeMap<String, PodInfo>();
        var pods = SortedPods.NONE;
        for (int i = 0; i < names.size(); i++) {
            var pod = PodInfo.of(APod.named("p" + names.get(i)).build());
            var before = pods;
            var listed = List.copyOf(before.asList());
            if (i % 4 == 3) {
                plain.remove(pod.key());
                pods = pods.minus(pod.key());
            } else {
                plain.put(pod.key(), pod);
                pods = pods.plus(pod);
            }
            assertThat(pods.asList()).containsExactlyElementsOf(plain.values());
            assertThat(pods.get(pod.key())).isSameAs(plain.get(pod.key()));
            assertThat(before.asList()).isEqualTo(listed);
        }
        assertThat(pods.size()).isEqualTo(plain.size());
    }
}
