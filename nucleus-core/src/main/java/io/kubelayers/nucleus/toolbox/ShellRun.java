package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.Program;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The state of a shell, and the commands it runs one after the other. */
final class ShellRun {
    static final int INTERRUPTED = 130;

    private static final Set<String> BUILT_IN = Set.of("exit", "cd", "export", ":");

    private final Invocation shell;
    private final Toolbox toolbox;
    private final ShellInput input;
    private final SortedMap<String, String> variables;
    private String directory;
    private int status;
    private @Nullable ChildRun foreground;

    ShellRun(Invocation shell, Toolbox toolbox, ShellInput input) {
        this.shell = shell;
        this.toolbox = toolbox;
        this.input = input;
        this.variables = new TreeMap<>(shell.environment());
        this.directory = shell.directory();
    }

    String directory() {
        return directory;
    }

    int status() {
        return status;
    }

    /** Ends the command that is running, if there is one. */
    boolean interrupt() {
        var running = foreground;
        if (running == null) {
            return false;
        }
        running.exit(INTERRUPTED);
        return true;
    }

    /** Runs commands, and then goes on; what can't be read is said, and nothing of it runs. */
    void run(String text, Runnable then) {
        List<ShellCommand> commands;
        try {
            commands = ShellText.parse(text);
        } catch (NotSimulatedException e) {
            complain(e.getMessage() + ": not simulated");
            ended(Toolbox.NOT_FOUND);
            then.run();
            return;
        }
        next(commands.iterator(), then);
    }

    private void next(Iterator<ShellCommand> rest, Runnable then) {
        while (rest.hasNext()) {
            var command = rest.next();
            var stages = new ArrayList<>(List.of(command));
            while (stages.get(stages.size() - 1).piped()) {
                stages.add(rest.next());
            }
            Runnable more = () -> next(rest, then);
            boolean runs = command.when().holds(status);
            if (runs && !(stages.size() == 1 ? completes(command, more) : completes(stages, more))) {
                return;
            }
        }
        then.run();
    }

    /** Runs commands of which each reads what the one before it writes; they have ended when all have. */
    private boolean completes(List<ShellCommand> stages, Runnable rest) {
        var running = new Running(stages.size(), rest);
        ShellInput before = null;
        try {
            for (var stage : stages) {
                var assigned = new TreeMap<String, String>();
                var words = words(stage, assigned);
                if (words.isEmpty() || BUILT_IN.contains(words.get(0))) {
                    throw new NotSimulatedException("|");
                }
                var next = stage.piped() ? new ShellInput() : null;
                var source = before == null || stage.input() != null ? source(stage) : before;
                var outputs = new Outputs(stage, next == null ? shell::print : next::accept);
                start(words, assigned, source, outputs, code -> {
                    if (next == null) {
                        ended(outputs.close(code));
                    } else {
                        outputs.close(code);
                        next.end();
                    }
                    running.ended();
                });
                before = next;
            }
        } catch (FileException | NotSimulatedException e) {
            complain(e instanceof FileException file ? file.text() : e.getMessage() + ": not simulated");
            ended(e instanceof FileException ? 1 : Toolbox.NOT_FOUND);
            return true;
        }
        return running.started();
    }

    /** How many commands still run of those that were started together. */
    private final class Running {
        private final Runnable rest;
        private int left;
        private boolean started;

        Running(int commands, Runnable rest) {
            this.left = commands;
            this.rest = rest;
        }

        void ended() {
            left--;
            if (left == 0) {
                foreground = null;
                if (started) {
                    rest.run();
                }
            }
        }

        /** All were started; returns whether all have ended. */
        boolean started() {
            started = true;
            return left == 0;
        }
    }

    /** Runs a command; returns whether it has ended, else it goes on with the rest when it does. */
    private boolean completes(ShellCommand command, Runnable rest) {
        var assigned = new TreeMap<String, String>();
        var words = words(command, assigned);
        if (words.isEmpty()) {
            variables.putAll(assigned);
            status = 0;
            return true;
        }
        switch (words.get(0)) {
            case "exit" -> {
                shell.exit(words.size() > 1 ? number(words.get(1)) : status);
                return false;
            }
            case "cd" -> status = changeDirectory(words);
            case "export" -> status = export(words);
            case ":" -> status = 0;
            default -> {
                return start(command, words, assigned, rest);
            }
        }
        return true;
    }

    private List<String> words(ShellCommand command, SortedMap<String, String> assigned) {
        var words = new ArrayList<String>();
        for (var word : command.words()) {
            var text = word.text(this::variable);
            int equals = text.indexOf('=');
            if (words.isEmpty() && equals > 0 && ShellText.isName(text.substring(0, equals))) {
                assigned.put(text.substring(0, equals), text.substring(equals + 1));
            } else {
                words.addAll(word.words(this::variable));
            }
        }
        return words;
    }

    private String variable(String name) {
        return name.equals("?") ? Integer.toString(status) : variables.getOrDefault(name, "");
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text) & 0xff;
        } catch (NumberFormatException e) {
            complain("Illegal number: " + text);
            return 2;
        }
    }

    private int changeDirectory(List<String> words) {
        var wanted = words.size() > 1 ? words.get(1) : variables.getOrDefault("HOME", FilePath.ROOT);
        var path = FilePath.resolve(directory, wanted);
        var node = shell.files().find(path);
        if (node.isEmpty() || !node.get().isDirectory()) {
            complain("cd: can't cd to " + wanted + ": "
                    + (node.isEmpty() ? FileException.missing() : FileException.notDirectory()).text());
            return 1;
        }
        directory = path;
        variables.put("PWD", path);
        return 0;
    }

    private int export(List<String> words) {
        for (var word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return 0;
    }

    private boolean start(ShellCommand command, List<String> words, SortedMap<String, String> assigned, Runnable rest) {
        ShellInput source;
        try {
            source = source(command);
        } catch (FileException e) {
            complain("can't open file: " + e.text());
            status = 1;
            return true;
        }
        Outputs outputs;
        try {
            outputs = new Outputs(command, shell::print);
        } catch (FileException e) {
            complain("can't create file: " + e.text());
            status = 1;
            return true;
        }
        var running = new Running(1, rest);
        start(words, assigned, source, outputs, code -> {
            ended(outputs.close(code));
            running.ended();
        });
        return running.started();
    }

    private void start(
            List<String> words,
            SortedMap<String, String> assigned,
            ShellInput source,
            Outputs outputs,
            IntConsumer onExit) {
        var environment = new TreeMap<>(variables);
        environment.putAll(assigned);
        var child = new ChildRun(shell, words, environment, directory, source, outputs.out, outputs.error, onExit);
        foreground = child;
        toolbox.find(words).orElse(unknown(words.get(0))).start(child);
    }

    /** What the command reads: what comes in, or a file. */
    private ShellInput source(ShellCommand command) {
        var file = command.input();
        if (file == null) {
            return input;
        }
        var content = new ShellInput();
        content.accept(shell.files().read(FilePath.resolve(directory, file.text(this::variable))));
        content.end();
        return content;
    }

    private void ended(int code) {
        status = code;
        if (code == Toolbox.NOT_FOUND && toolbox.isStrict()) {
            shell.fail("not simulated");
        }
    }

    private static Program unknown(String name) {
        return Program.fails(Toolbox.NOT_FOUND, "sh: " + name + ": not simulated\n");
    }

    private void complain(String what) {
        shell.printError("sh: " + what + "\n");
    }

    /** Where a command writes. */
    private final class Outputs {
        private static final String NOWHERE = "/dev/null";

        private final List<Runnable> closing = new ArrayList<>();
        private Consumer<byte[]> out;
        private Consumer<byte[]> error = shell::printError;

        Outputs(ShellCommand command, Consumer<byte[]> standard) {
            out = standard;
            for (var redirect : command.redirects()) {
                var target = redirect.toOther()
                        ? redirect.error() ? out : error
                        : file(redirect.file().text(ShellRun.this::variable), redirect.append());
                if (redirect.error()) {
                    error = target;
                } else {
                    out = target;
                }
            }
        }

        private Consumer<byte[]> file(String name, boolean append) {
            var path = FilePath.resolve(directory, name);
            if (path.equals(NOWHERE)) {
                return bytes -> {};
            }
            var written = new ByteArrayOutputStream();
            if (append && shell.files().find(path).isPresent()) {
                written.writeBytes(shell.files().read(path));
            }
            Runnable write = () -> shell.files().put(path, FileNode.file(written.toByteArray(), 0644, shell.now()));
            write.run();
            closing.add(write);
            return bytes -> {
                written.writeBytes(bytes);
                sofar(write);
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
                complain("write error: " + e.text());
                return 1;
            }
        }
    }
}
