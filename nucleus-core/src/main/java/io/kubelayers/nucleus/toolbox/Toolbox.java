package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import io.kubelayers.nucleus.program.KnownCommand;
import io.kubelayers.nucleus.program.Program;
import io.kubelayers.nucleus.program.ShortDuration;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The commands of a container: those it was given, and those that all have. */
public final class Toolbox {
    /** How shells say that there is no such command. */
    public static final int NOT_FOUND = 127;

    private static final Map<String, Program> STANDARD = standard();

    private final List<KnownCommand> known;
    private final boolean strict;

    private Toolbox(List<KnownCommand> known, boolean strict) {
        this.known = List.copyOf(known);
        this.strict = strict;
    }

    /** The standard commands, and others before them; the first that matches counts. */
    public static Toolbox with(List<KnownCommand> known) {
        return new Toolbox(known, false);
    }

    /** The same, but that what is not simulated makes a shell fail as a whole. */
    static Toolbox rehearsing(List<KnownCommand> known) {
        return new Toolbox(known, true);
    }

    boolean isStrict() {
        return strict;
    }

    /** Names of the standard commands. */
    public static SortedSet<String> names() {
        var names = new TreeSet<>(STANDARD.keySet());
        names.addAll(List.of("sh", "ash", "bash", "timeout"));
        return Collections.unmodifiableSortedSet(names);
    }

    /** Whether a word is the name or the path of a standard command. */
    public static boolean knows(String word) {
        return names().contains(name(word));
    }

    /** The program of a command; empty if there is none. */
    public Optional<Program> find(List<String> command) {
        for (var one : known) {
            if (one.matches(command)) {
                return Optional.of(one.program());
            }
        }
        return command.isEmpty() ? Optional.empty() : named(name(command.get(0)));
    }

    private Optional<Program> named(String name) {
        return switch (name) {
            case "sh", "ash", "bash" -> Optional.of(run -> Shell.start(run, this));
            case "timeout" -> Optional.of(run -> TimeoutCommand.start(run, this));
            default -> Optional.ofNullable(STANDARD.get(name));
        };
    }

    private static String name(String path) {
        boolean there = path.startsWith("/bin/") || path.startsWith("/usr/bin/");
        return there ? path.substring(path.lastIndexOf('/') + 1) : path;
    }

    private static Map<String, Program> standard() {
        var all = new TreeMap<String, Program>();
        all.put("[", TestCommand::start);
        all.put("base64", Base64Command::start);
        all.put("basename", PlainCommands::basename);
        all.put("cat", FileCommands::cat);
        all.put("chmod", FileCommands::chmod);
        all.put("cp", FileCommands::cp);
        all.put("cut", TextCommands::cut);
        all.put("date", DateCommand::start);
        all.put("dd", PlainCommands::dd);
        all.put("dirname", PlainCommands::dirname);
        all.put("echo", Toolbox::echo);
        all.put("env", Toolbox::environment);
        all.put("false", Program.fails(1, ""));
        all.put("grep", TextCommands::grep);
        all.put("gunzip", PlainCommands.gzip(true, false));
        all.put("gzip", PlainCommands.gzip(false, false));
        all.put("head", TextCommands::head);
        all.put("hostname", run -> printed(run, run.pod().metadata().nameOrEmpty()));
        all.put("id", run -> printed(run, "uid=0(root) gid=0(root) groups=0(root)"));
        all.put("ls", Listing::start);
        all.put("md5sum", PlainCommands.sum("MD5"));
        all.put("mkdir", FileCommands::mkdir);
        all.put("mv", FileCommands::mv);
        all.put("nc", ListenCommand::start);
        all.put("nproc", run -> printed(run, "1"));
        all.put("ping", PingCommand::start);
        all.put("printenv", Toolbox::environment);
        all.put("printf", PlainCommands::printf);
        all.put("pwd", run -> printed(run, run.directory()));
        all.put("rm", FileCommands::rm);
        all.put("seq", PlainCommands::seq);
        all.put("sha256sum", PlainCommands.sum("SHA-256"));
        all.put("sleep", Toolbox::sleep);
        all.put("sort", TextCommands::sort);
        all.put("sync", Program.prints(""));
        all.put("tail", TextCommands::tail);
        all.put("tar", TarCommand::start);
        all.put("tee", FileCommands::tee);
        all.put("test", TestCommand::start);
        all.put("touch", FileCommands::touch);
        all.put("tr", TextCommands::tr);
        all.put("true", Program.prints(""));
        all.put("uname", PlainCommands::uname);
        all.put("uniq", TextCommands::uniq);
        all.put("uptime", PlainCommands::uptime);
        all.put("wc", CountCommand::start);
        all.put("which", PlainCommands::which);
        all.put("whoami", run -> printed(run, "root"));
        all.put("zcat", PlainCommands.gzip(true, true));
        return all;
    }

    private static void printed(Invocation run, String line) {
        run.print(line + "\n");
        run.exit(0);
    }

    private static void echo(Invocation run) {
        var words = run.command();
        int from = 1;
        boolean sameLine = false;
        boolean escapes = false;
        while (from < words.size() && words.get(from).matches("-[neE]+")) {
            sameLine |= words.get(from).contains("n");
            escapes |= words.get(from).contains("e");
            from++;
        }
        var text = String.join(" ", words.subList(from, words.size()));
        if (escapes) {
            text = Escapes.read(text);
        }
        run.print(sameLine ? text : text + "\n");
        run.exit(0);
    }

    private static void sleep(Invocation run) {
        var words = run.command();
        if (words.size() < 2) {
            run.printError("sleep: missing operand\n");
            run.exit(1);
            return;
        }
        var time = words.get(1);
        if (time.equals("infinity") || time.equals("inf")) {
            return;
        }
        try {
            run.after(seconds(time), () -> run.exit(0));
        } catch (IllegalArgumentException e) {
            run.printError("sleep: invalid number '" + time + "'\n");
            run.exit(1);
        }
    }

    static Duration seconds(String time) {
        return time.matches("[0-9]+(\\.[0-9]{1,3})?")
                ? Duration.ofMillis(Math.round(Double.parseDouble(time) * 1000))
                : ShortDuration.parse(time);
    }

    /** All variables, or those that are named. */
    private static void environment(Invocation run) {
        var names = run.command().subList(1, run.command().size());
        if (!names.isEmpty() && run.command().get(0).endsWith("printenv")) {
            int missing = 0;
            for (var name : names) {
                var value = run.environment().get(name);
                if (value == null) {
                    missing = 1;
                } else {
                    run.print(value + "\n");
                }
            }
            run.exit(missing);
            return;
        }
        if (!names.isEmpty()) {
            run.printError("env: arguments are not simulated\n");
            run.exit(NOT_FOUND);
            return;
        }
        var text = new StringBuilder();
        run.environment()
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        run.print(text.toString());
        run.exit(0);
    }
}
