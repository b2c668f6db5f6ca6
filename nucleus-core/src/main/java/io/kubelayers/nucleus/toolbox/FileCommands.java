package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.Program;
import java.util.List;
import java.util.function.Consumer;

/** Commands that read and change files. */
final class FileCommands {
    private FileCommands() {}

    static void cat(Invocation run) {
        withOperands(run, "", arguments -> {
            if (arguments.operands().isEmpty() || arguments.operands().equals(List.of("-"))) {
                Program.echo().start(run);
                return;
            }
            each(
                    run,
                    arguments,
                    "can't open '%s': %s",
                    path -> run.print(run.files().read(path)));
        });
    }

    static void mkdir(Invocation run) {
        withOperands(
                run,
                "p",
                arguments -> each(run, arguments, "can't create directory '%s': %s", path -> {
                    if (arguments.has('p')) {
                        run.files().makeDirectories(path, run.now());
                    } else if (run.files().find(path).isPresent()) {
                        throw FileException.exists();
                    } else {
                        run.files().put(path, FileNode.directory(run.now()));
                    }
                }));
    }

    static void rm(Invocation run) {
        withOperands(
                run,
                "rRf",
                arguments -> each(run, arguments, "can't remove '%s': %s", path -> {
                    var node = run.files().find(path);
                    if (node.isEmpty() && arguments.has('f')) {
                        return;
                    }
                    boolean deep = arguments.has('r') || arguments.has('R');
                    if (node.isPresent() && node.get().isDirectory() && !deep) {
                        throw FileException.isDirectory();
                    }
                    run.files().remove(path);
                }));
    }

    static void touch(Invocation run) {
        withOperands(
                run,
                "",
                arguments -> each(run, arguments, "%s: %s", path -> {
                    var node = run.files().find(path);
                    if (node.isEmpty() || node.get() instanceof FileNode.Plain) {
                        var content = node.isEmpty() ? new byte[0] : run.files().read(path);
                        int mode = node.map(FileNode::mode).orElse(0644);
                        run.files().put(path, FileNode.file(content, mode, run.now()));
                    }
                }));
    }

    static void cp(Invocation run) {
        transfer(run, "rRafpTv", false);
    }

    static void mv(Invocation run) {
        transfer(run, "fv", true);
    }

    private static void transfer(Invocation run, String options, boolean moves) {
        withOperands(
                run,
                options,
                arguments -> Contents.guarded(run, () -> {
                    var operands = arguments.operands();
                    if (operands.size() < 2) {
                        throw new NotSimulatedException("one operand");
                    }
                    var files = run.files();
                    var target = FilePath.resolve(run.directory(), operands.get(operands.size() - 1));
                    boolean into =
                            files.find(target).filter(FileNode::isDirectory).isPresent();
                    for (var operand : operands.subList(0, operands.size() - 1)) {
                        var source = FilePath.resolve(run.directory(), operand);
                        var node = files.find(source).orElseThrow(FileException::missing);
                        if (node.isDirectory()
                                && !moves
                                && arguments.options().stream().noneMatch(one -> "rRa".indexOf(one) >= 0)) {
                            throw FileException.isDirectory();
                        }
                        copy(run, source, into ? FilePath.child(target, FilePath.name(source)) : target);
                        if (moves) {
                            files.remove(source);
                        }
                    }
                    run.exit(0);
                }));
    }

    private static void copy(Invocation run, String source, String target) {
        var files = run.files();
        var node = files.find(source).orElseThrow(FileException::missing);
        if (!node.isDirectory()) {
            var content = files.read(source);
            run.work(content.length);
            files.put(target, FileNode.file(content, node.mode(), run.now()));
            return;
        }
        files.makeDirectories(target, run.now());
        for (var name : files.list(source).keySet()) {
            copy(run, FilePath.child(source, name), FilePath.child(target, name));
        }
    }

    static void chmod(Invocation run) {
        withOperands(run, "R", arguments -> {
            var operands = arguments.operands();
            if (operands.size() < 2 || !operands.get(0).matches("[0-7]{3,4}|[ugoa]*\\+x")) {
                throw new NotSimulatedException("such a mode");
            }
            var mode = operands.get(0);
            var files = new Arguments(arguments.options(), operands.subList(1, operands.size()));
            each(run, files, "%s: %s", path -> {
                var node = run.files().find(path).orElseThrow(FileException::missing);
                int bits = mode.endsWith("x") ? node.mode() | 0111 : Integer.parseInt(mode, 8);
                if (!node.isDirectory()) {
                    run.files().put(path, FileNode.file(run.files().read(path), bits, node.changed()));
                }
            });
        });
    }

    static void tee(Invocation run) {
        withOperands(
                run,
                "a",
                arguments -> Contents.of(run, List.of(), contents -> {
                    var bytes = contents.get(0).bytes();
                    for (var operand : arguments.operands()) {
                        var path = FilePath.resolve(run.directory(), operand);
                        var all = new java.io.ByteArrayOutputStream();
                        if (arguments.has('a') && run.files().find(path).isPresent()) {
                            all.writeBytes(run.files().read(path));
                        }
                        all.writeBytes(bytes);
                        run.files().put(path, FileNode.file(all.toByteArray(), 0644, run.now()));
                    }
                    run.print(bytes);
                    run.exit(0);
                }));
    }

    /** Reads the arguments and does something with them, or says which are not simulated. */
    static void withOperands(Invocation run, String options, Consumer<Arguments> action) {
        try {
            action.accept(Arguments.of(run, options));
        } catch (NotSimulatedException e) {
            e.end(run);
        }
    }

    /** Does it for each operand, reports which failed and exits. */
    private static void each(Invocation run, Arguments arguments, String complaint, Consumer<String> action) {
        var name = run.command().get(0);
        if (arguments.operands().isEmpty()) {
            run.printError(name + ": missing operand\n");
            run.exit(1);
            return;
        }
        int code = 0;
        for (var operand : arguments.operands()) {
            try {
                action.accept(FilePath.resolve(run.directory(), operand));
            } catch (FileException e) {
                run.printError(name + ": " + String.format(complaint, operand, e.text()) + "\n");
                code = 1;
            }
        }
        run.exit(code);
    }
}
