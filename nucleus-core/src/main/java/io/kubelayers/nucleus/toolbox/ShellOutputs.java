package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.files.FileTree;
import io.kubelayers.nucleus.program.Invocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where a command reads and writes, as its redirections say. */
final class ShellOutputs {
    private static final String NOWHERE = "/dev/null";

    private final Invocation process;
    private final ContainerFiles files;
    private final String directory;
    private final List<Runnable> closing = new ArrayList<>();
    private ShellIo io;

    /**
     * Opens them.
     *
     * @param io where it reads and writes without them
     * @throws ShellRefusal if a file can't be had
     */
    ShellOutputs(
            Invocation process, ShellState state, List<ShellRedirect> redirects, ShellIo io, ShellExpansion expansion) {
        this.process = process;
        this.files = process.files();
        this.directory = state.directory;
        this.io = io;
        for (var redirect : redirects) {
            apply(redirect, expansion.text(redirect.word()));
        }
    }

    ShellIo io() {
        return io;
    }

    private void apply(ShellRedirect redirect, String word) {
        switch (redirect.kind()) {
            case TEXT -> reads(word.getBytes(StandardCharsets.UTF_8));
            case READ -> {
                try {
                    var path = FilePath.resolve(directory, word);
                    reads(path.equals(NOWHERE) ? new byte[0] : files.read(path));
                } catch (FileException e) {
                    throw new ShellRefusal("can't open file: " + e.text());
                }
            }
            case COPY -> writes(redirect.stream(), word.equals("1") ? io.out() : io.error());
            default -> {
                try {
                    writes(redirect.stream(), file(word, redirect.kind() == ShellRedirect.Kind.APPEND));
                } catch (FileException e) {
                    throw new ShellRefusal("can't create file: " + e.text());
                }
            }
        }
    }

    private void reads(byte[] content) {
        io = new ShellIo(ShellInput.of(content), io.out(), io.error());
    }

    private void writes(int stream, Consumer<byte[]> target) {
        io = stream == 2 ? new ShellIo(io.input(), io.out(), target) : new ShellIo(io.input(), target, io.error());
    }

    private Consumer<byte[]> file(String name, boolean append) {
        var path = FilePath.resolve(directory, name);
        switch (path) {
            case NOWHERE -> {
                return bytes -> {};
            }
            case "/dev/stdout", "/proc/1/fd/1" -> {
                return io.out();
            }
            case "/dev/stderr", "/proc/1/fd/2" -> {
                return io.error();
            }
            default -> {
                return stored(path, append);
            }
        }
    }

    private Consumer<byte[]> stored(String path, boolean append) {
        var written = new ByteArrayOutputStream();
        if (append && files.find(path).isPresent()) {
            written.writeBytes(files.read(path));
        }
        Runnable write = () -> files.put(path, FileNode.file(written.toByteArray(), 0644, process.now()));
        write.run();
        closing.add(write);
        return bytes -> {
            if (written.size() <= FileTree.ROOM) { // beyond it is full, and told so at the end
                written.writeBytes(bytes);
                sofar(write);
            }
        };
    }

    /** What others see of a file while the command still writes it; whether it can be written is told at the end. */
    private static void sofar(Runnable write) {
        try {
            write.run();
        } catch (FileException e) {
            // the same comes of it when the command ends
        }
    }

    /** Writes the files; returns how the command ended, which is not well if they can't be written. */
    int close(int code) {
        try {
            closing.forEach(Runnable::run);
            return code;
        } catch (FileException e) {
            process.printError("sh: write error: " + e.text() + "\n");
            return 1;
        }
    }
}
