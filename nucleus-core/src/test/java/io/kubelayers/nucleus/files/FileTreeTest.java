package io.kubelayers.nucleus.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees that never change, and what is seen of several of them. */
class FileTreeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final FileNode FILE = FileNode.file("text", NOW);

    private final FileTree tree =
            FileTree.EMPTY.withAll("/a/b/c", FILE).withAll("/a/b-c", FILE).withAll("/a/b/d/e", FILE);

    @Test
    void listsWhatADirectoryHoldsAndNoMore() {
        assertThat(tree.list("/").keySet()).containsExactly("a");
        assertThat(tree.list("/a").keySet()).containsExactly("b", "b-c");
        assertThat(tree.list("/a/b").keySet()).containsExactly("c", "d");
        assertThatThrownBy(() -> tree.list("/a/b-c")).hasMessage("Not a directory");
        assertThatThrownBy(() -> tree.list("/x")).hasMessage("No such file or directory");
    }

    @Test
    void removesADirectoryWithAllInIt() {
        var less = tree.without("/a/b");
        assertThat(less.list("/a").keySet()).containsExactly("b-c");
        assertThat(less.find("/a/b/d/e")).isEmpty();
        assertThat(tree.find("/a/b/d/e")).as("the other tree stays as it was").isPresent();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> tree.with("/x/y", FILE)).hasMessage("No such file or directory");
        assertThatThrownBy(() -> tree.with("/a/b/c/d", FILE)).hasMessage("Not a directory");
        assertThatThrownBy(() -> tree.with("/a/b", FILE)).hasMessage("Is a directory");
        assertThatThrownBy(() -> tree.with("/a/b/c", FileNode.directory(NOW))).hasMessage("File exists");
        assertThatThrownBy(() -> tree.with("/big", FileNode.file(new byte[65 << 20], 0644, NOW)))
                .hasMessage("No space left on device");
    }

    @ParameterizedTest(name = "{1} seen from {0} is {2}")
    @CsvSource({"/a,b,/a/b", "/a,/b,/b", "/a,../b,/b", "/,../../b/./c/,/b/c", "/a,.,/a", "/a/b,..,/a", "/,'',/"})
    void resolves(String directory, String path, String expected) {
        assertThat(FilePath.resolve(directory, path)).isEqualTo(expected);
    }

    @Test
    void theDeepestMountIsSeen() {
        var volume = FileStore.readOnly(
                () -> FileTree.EMPTY.with("/key", FileNode.file("value", NOW)).with("/other", FILE));
        var root = FileStore.readOnly(() -> FileTree.EMPTY.withAll("/etc/app/hidden", FILE));
        var files = ContainerFiles.of(List.of(
                new FileMount("/", "/", root, false),
                new FileMount("/etc/app", "/", volume, true),
                new FileMount("/etc/one.conf", "/key", volume, true)));

        assertThat(files.list("/etc").keySet()).containsExactly("app", "one.conf");
        assertThat(files.list("/etc/app").keySet()).containsExactly("key", "other");
        assertThat(files.read("/etc/one.conf")).asString().isEqualTo("value");
        assertThatThrownBy(() -> files.put("/etc/app/x", FILE)).hasMessage("Read-only file system");
        assertThatThrownBy(() -> files.remove("/etc")).hasMessage("Device or resource busy");
    }
}
