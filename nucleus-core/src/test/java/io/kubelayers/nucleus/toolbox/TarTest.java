package io.kubelayers.nucleus.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Archives in and out of containers, as {@code kubectl cp} sends them. */
class TarTest {
    private final Typed container = new Typed();

    @Test
    void packsADirectoryAndUnpacksItElsewhere() {
        container.sh("mkdir -p /tmp/a/b; echo one > /tmp/a/one; echo two > /tmp/a/b/two");
        var packed = container.start(false, "tar", "cf", "-", "/tmp/a");
        var archive = container.bytes(packed);
        assertThat(new String(archive, StandardCharsets.UTF_8))
                .startsWith("tar: removing leading '/' from member names\n");
        var bytes =
                Arrays.copyOfRange(archive, "tar: removing leading '/' from member names\n".length(), archive.length);
        assertThat(container.run(bytes, "tar", "tf", "-")).isEqualTo("tmp/a/\ntmp/a/b/\ntmp/a/b/two\ntmp/a/one\n");

        assertThat(container.run(bytes, "tar", "-xmf", "-", "-C", "/etc")).isEmpty();
        assertThat(container.sh("cat /etc/tmp/a/one /etc/tmp/a/b/two")).isEqualTo("one\ntwo\n");
    }

    @Test
    void packs() {
        assertThat(
                        container.sh(
                                "cd /etc; tar cz motd | tar xz -C /tmp; cat /tmp/motd; tar czf /tmp/x.tgz motd; tar tf /tmp/x.tgz"))
                .isEqualTo("welcome\nmotd\n");
    }

    @Test
    void endsWithTheArchiveThoughTheInputGoesOn() {
        var writer = new TarWriter();
        writer.add(new TarEntry("zeros", TarEntry.FILE, 0644, Instant.EPOCH, new byte[3_000]));
        writer.add(new TarEntry("f", TarEntry.FILE, 0644, Instant.EPOCH, "content".getBytes(StandardCharsets.UTF_8)));
        var archive = writer.finish();
        var run = container.start(false, "tar", "-xmf", "-", "-C", "/tmp");
        for (int at = 0; at < 4_900; at += 700) {
            run.input(Arrays.copyOfRange(archive, at, at + 700));
        }
        assertThat(run.exit()).isEmpty();
        run.input(Arrays.copyOfRange(archive, 4_900, 5_700));

        assertThat(run.exit()).isPresent();
        assertThat(container.sh("wc -c < /tmp/zeros; cat /tmp/f")).isEqualTo("3000\ncontent");
    }

    @Test
    void saysWhatItCannot() {
        assertThat(container.run(new byte[0], "tar", "cf", "/tmp/x", "/nope"))
                .isEqualTo("!tar: /nope: No such file or directory\n!tar: error exit delayed from previous errors\n=1");
        assertThat(container.run(new byte[0], "tar", "cjf", "-", "/etc"))
                .isEqualTo("!tar: option -j: not simulated\n=127");
        assertThat(container.run(new byte[100], "tar", "xf", "-")).isEqualTo("!tar: short read\n=1");
        assertThat(container.run(new byte[0], "tar", "xf", "-", "-C", "/ro")).isEmpty();
        var writer = new TarWriter();
        writer.add(new TarEntry("link", '2', 0644, Instant.EPOCH, new byte[0]));
        writer.add(new TarEntry("../../f", TarEntry.FILE, 0644, Instant.EPOCH, new byte[] {1}));
        assertThat(container.run(writer.finish(), "tar", "xf", "-", "-C", "/tmp"))
                .startsWith("!tar: link: links and devices are not simulated\n");
        assertThat(container.sh("ls /")).as("nothing leaves the container").contains("f\n");
    }

    @Property(tries = 200)
    void whateverIsPackedIsUnpackedAsItWas(
            @ForAll byte[] content, @ForAll @IntRange(min = 1, max = 400) int nameLength) {
        var name = "é".repeat(nameLength / 2) + "n".repeat(nameLength - nameLength / 2);
        var entries = new ArrayList<TarEntry>();
        entries.add(new TarEntry("d/", TarEntry.DIRECTORY, 0755, Instant.ofEpochSecond(1), new byte[0]));
        entries.add(new TarEntry("d/" + name, TarEntry.FILE, 0640, Instant.ofEpochSecond(1_800_000_000), content));
        var writer = new TarWriter();
        entries.forEach(writer::add);
        var archive = writer.finish();
        assertThat(archive.length % 10240).isZero();
        assertThat(TarReader.read(archive)).usingRecursiveComparison().isEqualTo(entries);
    }
}
