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
