package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileMount;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FileStore;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ProgramRun;
import io.kubelayers.nucleus.program.Surroundings;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A container in which tests type commands. */
final class Typed {
    final VirtualClock clock = VirtualClock.at("2026-01-01T00:00:00Z");
    private final FileStore store = new Kept(FileTree.EMPTY
            .with("/tmp", FileNode.directory(clock.instant()))
            .with("/etc", FileNode.directory(clock.instant()))
            .with("/etc/motd", FileNode.file("welcome\n", clock.instant())));
    final ContainerFiles files = ContainerFiles.of(
            List.of(new FileMount("/", "/", store, false), new FileMount("/ro", "/etc", store, true)));

    private static final class Kept implements FileStore {
        private FileTree tree;

        Kept(FileTree tree) {
            this.tree = tree;
        }

        @Override
        public FileTree tree() {
            return tree;
        }

        @Override
        public void change(UnaryOperator<FileTree> change) {
            tree = change.apply(tree);
        }
    }

    /** Starts a command. */
    ProgramRun start(boolean terminal, String... command) {
        var words = List.of(command);
        return ProgramRun.start(
                Toolbox.with(List.of()).find(words).orElse(Program.fails(126, "no such command")),
                new Surroundings(
                        Pods.named("web").build(),
                        ContainerBuilder.builder().name("app").build(),
                        new TreeMap<>(Map.of("HOME", "/tmp", "NAME", "Ada Lovelace", "EMPTY", "")),
                        files),
                words,
                terminal,
                clock,
                Optional::empty);
    }

    /** What a shell makes of a text: what it writes, and at the end the exit code if it is not 0. */
    String sh(String text) {
        return run(new byte[0], "sh", "-c", text);
    }

    String run(byte[] input, String... command) {
        var run = start(false, command);
        run.input(input);
        run.inputEnded();
        return said(run);
    }

    /** What was written up to now, errors behind an exclamation mark; and the exit code if it has ended with one. */
    String said(ProgramRun run) {
        var text = new StringBuilder();
        for (var out = run.poll(); out.isPresent(); out = run.poll()) {
            text.append(out.get().error() ? "!" : "")
                    .append(new String(out.get().bytes(), StandardCharsets.UTF_8));
        }
        run.exit().filter(exit -> exit.code() != 0).ifPresent(exit -> text.append("=")
                .append(exit.code()));
        return text.toString();
    }

    byte[] bytes(ProgramRun run) {
        var all = new ByteArrayOutputStream();
        for (var out = run.poll(); out.isPresent(); out = run.poll()) {
            all.writeBytes(out.get().bytes());
        }
        return all.toByteArray();
    }

    void wait(Duration duration) {
        clock.advance(duration);
    }
}
