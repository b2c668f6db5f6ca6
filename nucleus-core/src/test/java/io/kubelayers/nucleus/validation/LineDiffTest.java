package io.kubelayers.nucleus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Differences of texts as messages show them. */
class LineDiffTest {
    private static List<String> lines(String text) {
        return List.of(text.split(" "));
    }

    @Test
    void threeLinesAreShownAroundAChange() {
        assertThat(LineDiff.unified(lines("a b c d e f g h i"), lines("a b c d X f g h i")))
                .isEqualTo("@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+X\n f\n g\n h\n");
    }

    @Test
    void whatIsFarApartIsShownApart() {
        assertThat(LineDiff.unified(lines("a b c d e f g h i j"), lines("b c d e f g h i X j")))
                .isEqualTo("@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -7,4 +6,5 @@\n g\n h\n i\n+X\n j\n");
        assertThat(LineDiff.unified(lines("a b c d e f g h"), lines("b c d e f g X h")))
                .startsWith("@@ -1,8 +1,8 @@\n-a\n b\n");
    }

    @Test
    void whatComesToNothingIsNumberedByTheLineBefore() {
        assertThat(LineDiff.unified(List.of(), lines("a b"))).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
        assertThat(LineDiff.unified(lines("a b"), lines("a b"))).isEmpty();
    }

    @Test
    void recordsShowAsUpstreamsInternalTypes() {
        var before = PersistentVolumeClaimSpecBuilder.builder()
                .accessModes(List.of("ReadWriteOnce"))
                .volumeName("disk")
                .build();
        assertThat(FieldDiff.text(before, before.withVolumeName("other")))
                .contains("\n- \"VolumeName\": \"disk\",\n+ \"VolumeName\": \"other\",\n")
                .startsWith("@@ -");
    }

    /** Whoever has the old text and the difference has the new text. */
    @Property(tries = 500)
    void theDifferenceMakesTheNewTextOfTheOld(
            @ForAll List<@IntRange(max = 4) Integer> before, @ForAll List<@IntRange(max = 4) Integer> after) {
        var old = before.stream().map(String::valueOf).toList();
        var now = after.stream().map(String::valueOf).toList();
        assertThat(patched(old, LineDiff.unified(old, now))).isEqualTo(now);
    }

    private static List<String> patched(List<String> old, String diff) {
        var made = new ArrayList<String>();
        int at = 0;
        for (var line : diff.lines().toList()) {
            if (line.startsWith("@@")) {
                var range = line.substring(4, line.indexOf(' ', 4)).split(",");
                int start = Integer.parseInt(range[0]) - (range.length == 2 && range[1].equals("0") ? 0 : 1);
                made.addAll(old.subList(at, start));
                at = start;
                continue;
            }
            if (!line.startsWith("+")) {
                assertThat(old.get(at++)).isEqualTo(line.substring(1));
            }
            if (!line.startsWith("-")) {
                made.add(line.substring(1));
            }
        }
        made.addAll(old.subList(at, old.size()));
        return made;
    }
}
