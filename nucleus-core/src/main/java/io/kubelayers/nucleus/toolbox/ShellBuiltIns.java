package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.toolbox.ShellRun.Leaving;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What a shell does itself. */
final class ShellBuiltIns {
    private static final Set<String> NAMES = Set.of(
            "exit",
            "cd",
            "export",
            ":",
            "read",
            "set",
            "shift",
            "unset",
            "eval",
            ".",
            "source",
            "exec",
            "trap",
            "wait",
            "break",
            "continue",
            "return",
            "local",
            "readonly",
            "command",
            "type",
            "umask",
            "kill");

    private final ShellRun shell;
    private final ShellCommands commands;
    private final ContainerFiles files;
    private final Toolbox toolbox;
    private final ShellState state;

    ShellBuiltIns(ShellRun shell, ShellCommands commands, ContainerFiles files, Toolbox toolbox) {
        this.shell = shell;
        this.commands = commands;
        this.files = files;
        this.toolbox = toolbox;
        this.state = shell.state();
    }

    boolean has(String name) {
        return NAMES.contains(name);
    }

    void run(List<String> words, ShellIo io, Runnable then) {
        var first = words.size() > 1 ? words.get(1) : "";
        switch (words.get(0)) {
            case "exit" -> shell.exit(number(first, io));
            case "read" -> read(words.subList(1, words.size()), io, then);
            case "eval" -> text(String.join(" ", words.subList(1, words.size())), io, then);
            case ".", "source" -> text(content(first, io), io, then);
            case "exec" -> exec(words.subList(1, words.size()), io, then);
            case "command" -> command(words.subList(1, words.size()), io, then);
            case "wait" -> shell.jobs().await(first.isEmpty() ? null : first, code -> {
                state.status = code;
                then.run();
            });
            default -> {
                state.status = status(words, first, io);
                then.run();
            }
        }
    }

    private int status(List<String> words, String first, ShellIo io) {
        return switch (words.get(0)) {
            case "cd" -> changeDirectory(first, io);
            case "export", "readonly", "local" -> assign(words);
            case "set" -> set(words.subList(1, words.size()), io);
            case "shift" -> shift(first, io);
            case "unset" -> unset(words);
            case "break" -> leave(Leaving.BREAK, first, io);
            case "continue" -> leave(Leaving.CONTINUE, first, io);
            case "return" -> {
                shell.leave(Leaving.RETURN, 0);
                yield number(first, io);
            }
            case "trap" -> trap(words);
            case "type" -> type(words.subList(1, words.size()), "%s is %s\n", io);
            case "kill" -> kill(words.subList(1, words.size()), io);
            default -> 0;
        };
    }

    private int number(String text, ShellIo io) {
        if (text.isEmpty()) {
            return state.status;
        }
        try {
            return Integer.parseInt(text) & 0xff;
        } catch (NumberFormatException e) {
            shell.complain(io, "Illegal number: " + text);
            return 2;
        }
    }

    private int leave(Leaving how, String count, ShellIo io) {
        shell.leave(how, count.isEmpty() ? 1 : Math.max(1, number(count, io)));
        return 0;
    }

    private int changeDirectory(String to, ShellIo io) {
        var wanted = to.isEmpty()
                ? state.variables.getOrDefault("HOME", FilePath.ROOT)
                : to.equals("-") ? state.variables.getOrDefault("OLDPWD", FilePath.ROOT) : to;
        var path = FilePath.resolve(state.directory, wanted);
        var node = files.find(path);
        if (node.isEmpty() || !node.get().isDirectory()) {
            var why = node.isEmpty() ? FileException.missing() : FileException.notDirectory();
            shell.complain(io, "cd: can't cd to " + wanted + ": " + why.text());
            return 1;
        }
        state.variables.put("OLDPWD", state.directory);
        state.directory = path;
        state.variables.put("PWD", path);
        return 0;
    }

    private int assign(List<String> words) {
        for (var word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (words.get(0).equals("local")) {
                state.local(name);
            } else if (words.get(0).equals("export")) {
                state.exported.add(name);
            }
            if (equals > 0) {
                state.variables.put(name, word.substring(equals + 1));
            }
        }
        return 0;
    }

    private int set(List<String> words, ShellIo io) {
        int at = 0;
        for (; at < words.size() && words.get(at).matches("[-+][a-z]+"); at++) {
            var word = words.get(at);
            boolean on = word.startsWith("-");
            if (word.substring(1).equals("o")) {
                at++;
                continue;
            }
            if (word.contains("e")) {
                state.exitsOnFailure = on;
            }
            if (word.contains("x")) {
                state.tells = on;
            }
            if (!word.substring(1).matches("[euxoaf]+")) {
                shell.complain(io, "set: " + word + ": not simulated");
                return Toolbox.NOT_FOUND;
            }
            if (word.endsWith("o")) {
                at++;
            }
        }
        if (at < words.size()) {
            state.arguments = new ArrayList<>(words.subList(words.get(at).equals("--") ? at + 1 : at, words.size()));
        }
        return 0;
    }

    private int shift(String count, ShellIo io) {
        int by = count.isEmpty() ? 1 : number(count, io);
        if (by > state.arguments.size()) {
            shell.complain(io, "shift: can't shift that many");
            return 1;
        }
        state.arguments = new ArrayList<>(state.arguments.subList(by, state.arguments.size()));
        return 0;
    }

    private int unset(List<String> words) {
        for (var word : words.subList(1, words.size())) {
            state.variables.remove(word);
            state.exported.remove(word);
            state.functions.remove(word);
        }
        return 0;
    }

    /** Signals come from outside and end the container; only what is done at the end is done. */
    private int trap(List<String> words) {
        if (words.size() > 2 && words.subList(2, words.size()).stream().anyMatch(Set.of("EXIT", "0")::contains)) {
            state.atExit = words.get(1).equals("-") ? "" : words.get(1);
        }
        return 0;
    }

    private int kill(List<String> words, ShellIo io) {
        int signal = 15;
        int code = 0;
        for (var word : words) {
            if (word.startsWith("-")) {
                signal = switch (word.substring(1).replaceFirst("^(s|SIG)", "")) {
                    case "0" -> 0;
                    case "9", "KILL" -> 9;
                    case "2", "INT" -> 2;
                    case "1", "HUP" -> 1;
                    default -> 15;
                };
            } else if (word.equals("1")) {
                throw new NotSimulatedException("kill 1");
            } else if (!shell.jobs().signal(word, signal)) {
                shell.complain(io, "can't kill pid " + word + ": No such process");
                code = 1;
            }
        }
        return code;
    }

    private int type(List<String> names, String form, ShellIo io) {
        int code = 0;
        for (var name : names) {
            boolean own = has(name) || state.functions.containsKey(name);
            if (own || toolbox.find(List.of(name)).isPresent()) {
                var place = own ? name : name.startsWith("/") ? name : "/bin/" + name;
                io.out().accept(String.format(form, name, place).getBytes(StandardCharsets.UTF_8));
            } else {
                code = Toolbox.NOT_FOUND;
            }
        }
        return code;
    }

    private void text(String text, ShellIo io, Runnable then) {
        try {
            shell.run(ShellText.parse(text), io, then);
        } catch (ShellSyntaxException e) {
            shell.complain(io, String.valueOf(e.getMessage()));
            state.status = 2;
            then.run();
        }
    }

    private String content(String file, ShellIo io) {
        try {
            return new String(files.read(FilePath.resolve(state.directory, file)), StandardCharsets.UTF_8);
        } catch (FileException e) {
            shell.complain(io, file + ": " + e.text());
            return "false";
        }
    }

    private void exec(List<String> words, ShellIo io, Runnable then) {
        if (words.isEmpty()) {
            throw new NotSimulatedException("exec");
        }
        commands.program(words, new TreeMap<>(), io, code -> {
            shell.ended(code);
            shell.exit(code);
        });
    }

    private void command(List<String> words, ShellIo io, Runnable then) {
        if (!words.isEmpty() && words.get(0).matches("-[vV]")) {
            state.status = type(words.subList(1, words.size()), "%2$s\n", io);
            then.run();
        } else if (!words.isEmpty() && has(words.get(0))) {
            run(words, io, then);
        } else if (!words.isEmpty()) {
            commands.program(words, new TreeMap<>(), io, code -> {
                shell.ended(code);
                then.run();
            });
        } else {
            state.status = 0;
            then.run();
        }
    }

    private void read(List<String> words, ShellIo io, Runnable then) {
        boolean raw = false;
        int at = 0;
        for (; at < words.size() && words.get(at).startsWith("-"); at++) {
            if (!words.get(at).equals("-r")) {
                throw new NotSimulatedException("read " + words.get(at));
            }
            raw = true;
        }
        var names = words.subList(at, words.size());
        boolean keeps = raw;
        io.input().line(line -> {
            var rest = line == null ? "" : keeps ? line : line.replaceAll("\\\\(.)", "$1");
            for (int i = 0; i < names.size(); i++) {
                rest = rest.strip();
                int blank = i == names.size() - 1 ? -1 : end(rest);
                state.variables.put(names.get(i), blank < 0 ? rest : rest.substring(0, blank));
                rest = blank < 0 ? "" : rest.substring(blank);
            }
            if (names.isEmpty()) {
                state.variables.put("REPLY", rest);
            }
            state.status = line == null ? 1 : 0;
            then.run();
        });
    }

    private static int end(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
                return i;
            }
        }
        return -1;
    }
}
