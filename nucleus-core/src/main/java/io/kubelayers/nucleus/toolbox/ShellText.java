package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.toolbox.ShellCommand.Redirect;
import io.kubelayers.nucleus.toolbox.ShellCommand.When;
import io.kubelayers.nucleus.toolbox.ShellWord.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads command lines: commands with {@code ;}, {@code &&}, {@code ||}, {@code |} between them, quotes, variables,
 * redirection of output, and of input from files. Everything else of a shell is refused as a whole, before anything of the text runs.
 */
final class ShellText {
    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "function",
            "select",
            "time",
            "{",
            "}",
            "!",
            "[[",
            ".",
            "source",
            "eval",
            "exec",
            "trap",
            "set",
            "shift",
            "read",
            "wait",
            "alias",
            "local",
            "return",
            "break",
            "continue");

    private final String text;
    private int at;
    private final List<ShellCommand> commands = new ArrayList<>();
    private List<ShellWord> words = new ArrayList<>();
    private List<Redirect> redirects = new ArrayList<>();
    private @Nullable ShellWord input;
    private When when = When.ALWAYS;

    private ShellText(String text) {
        this.text = text;
    }

    /**
     * The commands of a text.
     *
     * @throws NotSimulatedException if there is something in it that is not known here
     */
    static List<ShellCommand> parse(String text) {
        var reading = new ShellText(text);
        reading.read();
        return reading.commands;
    }

    private void read() {
        while (at < text.length()) {
            char one = text.charAt(at);
            if (one == ' ' || one == '\t') {
                at++;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
            } else if (one == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (one == '\n' || one == ';') {
                require(!text.startsWith(";;", at), ";;");
                end(When.ALWAYS, 1);
            } else if (text.startsWith("&&", at)) {
                end(When.SUCCESS, 2);
            } else if (text.startsWith("||", at)) {
                end(When.FAILURE, 2);
            } else if (one == '|') {
                at++;
                require(!words.isEmpty() && at < text.length(), "|");
                add(true, When.ALWAYS);
            } else if (!redirect() && !redirectInput()) {
                require("&()`".indexOf(one) < 0, Character.toString(one));
                words.add(word());
            }
        }
        end(When.ALWAYS, 0);
    }

    private static void require(boolean known, String what) {
        if (!known) {
            throw new NotSimulatedException(what);
        }
    }

    private void end(When next, int length) {
        at += length;
        if (words.isEmpty() && redirects.isEmpty() && input == null) {
            boolean open =
                    !commands.isEmpty() && commands.get(commands.size() - 1).piped();
            require(next == When.ALWAYS && when == When.ALWAYS && !open, "an empty command");
            return;
        }
        add(false, next);
    }

    private void add(boolean piped, When next) {
        if (!words.isEmpty()) {
            var first = words.get(0).plain();
            require(!RESERVED.contains(first), first);
        }
        commands.add(new ShellCommand(when, words, redirects, input, piped));
        words = new ArrayList<>();
        redirects = new ArrayList<>();
        input = null;
        when = next;
    }

    private boolean redirect() {
        boolean error = text.startsWith("2>", at);
        if (!error && !text.startsWith(">", at) && !text.startsWith("1>", at)) {
            return false;
        }
        at = text.indexOf('>', at) + 1;
        boolean append = text.startsWith(">", at);
        at += append ? 1 : 0;
        if (text.startsWith("&", at)) {
            var other = text.startsWith(error ? "&1" : "&2", at);
            require(other, ">&");
            at += 2;
            redirects.add(new Redirect(error, false, true, new ShellWord(List.of())));
            return true;
        }
        redirects.add(new Redirect(error, append, false, file(">")));
        return true;
    }

    private boolean redirectInput() {
        if (!text.startsWith("<", at)) {
            return false;
        }
        at++;
        require(!text.startsWith("<", at), "<<");
        input = file("<");
        return true;
    }

    private ShellWord file(String sign) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        var file = word();
        require(!file.parts().isEmpty(), sign + " without a file");
        return file;
    }

    private ShellWord word() {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        while (at < text.length() && " \t\n;&|<>()".indexOf(text.charAt(at)) < 0) {
            char one = text.charAt(at++);
            switch (one) {
                case '\'' -> {
                    int end = closing('\'');
                    flush(parts, plain);
                    parts.add(Part.text(text.substring(at, end), true));
                    at = end + 1;
                }
                case '"' -> {
                    flush(parts, plain);
                    quoted(parts);
                }
                case '$' -> {
                    flush(parts, plain);
                    parts.add(variable(false));
                }
                case '\\' -> {
                    flush(parts, plain);
                    parts.add(Part.text(at < text.length() ? text.substring(at, ++at) : "\\", true));
                }
                case '`', '*', '?', '~' -> throw new NotSimulatedException(Character.toString(one));
                default -> plain.append(one);
            }
        }
        flush(parts, plain);
        return new ShellWord(parts);
    }

    private static void flush(List<Part> parts, StringBuilder plain) {
        if (!plain.isEmpty()) {
            parts.add(Part.text(plain.toString(), false));
            plain.setLength(0);
        }
    }

    private int closing(char quote) {
        int end = text.indexOf(quote, at);
        require(end >= 0, "unterminated quoted string");
        return end;
    }

    private void quoted(List<Part> parts) {
        var plain = new StringBuilder();
        while (true) {
            require(at < text.length(), "unterminated quoted string");
            char one = text.charAt(at++);
            if (one == '"') {
                parts.add(Part.text(plain.toString(), true));
                return;
            }
            if (one == '$') {
                parts.add(Part.text(plain.toString(), true));
                plain.setLength(0);
                parts.add(variable(true));
            } else if (one == '\\' && at < text.length() && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
                plain.append(text.charAt(at++));
            } else {
                require(one != '`', "`");
                plain.append(one);
            }
        }
    }

    private Part variable(boolean quoted) {
        require(!text.startsWith("(", at), "$(");
        if (text.startsWith("{", at)) {
            int end = text.indexOf('}', at);
            require(end >= 0, "${");
            var inside = text.substring(at + 1, end);
            at = end + 1;
            int otherwise = inside.indexOf(":-");
            var name = otherwise < 0 ? inside : inside.substring(0, otherwise);
            var value = otherwise < 0 ? "" : inside.substring(otherwise + 2);
            require(isName(name) && value.indexOf('$') < 0, "${" + inside + "}");
            return new Part(true, name, value, quoted);
        }
        if (text.startsWith("?", at)) {
            at++;
            return new Part(true, "?", "", quoted);
        }
        int end = at;
        while (end < text.length() && isName(text.substring(at, end + 1))) {
            end++;
        }
        if (end == at) {
            boolean special = at < text.length() && "@*#$!-0123456789".indexOf(text.charAt(at)) >= 0;
            require(!special, "$" + (special ? text.charAt(at) : ""));
            return Part.text("$", quoted);
        }
        var name = text.substring(at, end);
        at = end;
        return new Part(true, name, "", quoted);
    }

    /** Whether a variable may have that name. */
    static boolean isName(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*");
    }
}
