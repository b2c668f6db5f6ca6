package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.toolbox.ShellWord.Arithmetic;
import io.kubelayers.nucleus.toolbox.ShellWord.Part;
import io.kubelayers.nucleus.toolbox.ShellWord.Substitution;
import io.kubelayers.nucleus.toolbox.ShellWord.Text;
import io.kubelayers.nucleus.toolbox.ShellWord.Variable;
import java.util.ArrayList;
import java.util.List;

/** Reads words out of a text: quotes, variables, what stands for the output of commands. */
final class ShellScanner {
    private static final String SPECIAL = "@*#?$!-0123456789";
    private static final int MOST_NESTED = 50;
    private static final List<String> OPERATORS =
            List.of(":-", ":=", ":+", ":?", "##", "%%", "#", "%", "-", "=", "+", "?");

    private final String text;
    private int at;
    private int hereLine = -1;
    private int hereEnd;
    private int depth;

    ShellScanner(String text) {
        this(text, 0);
    }

    /** A text within a text. */
    private ShellScanner(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /**
     * What is read until {@link #leave} lies within something else.
     *
     * @throws NotSimulatedException if that lies within too much
     */
    void enter() {
        depth++;
        if (depth > MOST_NESTED) {
            throw new NotSimulatedException("nesting that deep");
        }
    }

    void leave() {
        depth--;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean sees(String what) {
        return text.startsWith(what, at);
    }

    boolean takes(String what) {
        if (!sees(what)) {
            return false;
        }
        at += what.length();
        return true;
    }

    /** The character that comes next, 0 at the end. */
    char next() {
        return atEnd() ? 0 : text.charAt(at);
    }

    /** Goes over blanks, comments and broken lines. */
    void skipBlanks() {
        while (!atEnd()) {
            char one = text.charAt(at);
            if (one == ' ' || one == '\t') {
                at++;
            } else if (sees("\\\n")) {
                at += 2;
            } else if (one == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    /** Goes over the end of a line, and over texts that stand behind it. */
    boolean takesLineEnd() {
        if (next() != '\n') {
            return false;
        }
        at = at == hereLine ? hereEnd : at + 1;
        return true;
    }

    /** The bare word that comes next, without taking it; "" if it is none. */
    String peek() {
        int end = at;
        while (end < text.length() && " \t\n;&|<>()\"'$`\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean bare = end == text.length() || "\"'$`\\".indexOf(text.charAt(end)) < 0;
        return bare ? text.substring(at, end) : "";
    }

    /** A text behind this line, up to a line that holds the word alone. */
    ShellWord here() {
        boolean indented = takes("-");
        skipBlanks();
        var word = word();
        var delimiter = new StringBuilder();
        boolean literal = false;
        for (var part : word.parts()) {
            if (part instanceof Text characters) {
                delimiter.append(characters.text());
                literal |= characters.quoted();
            }
        }
        int line = text.indexOf('\n', at);
        int from = line == hereLine && line >= 0 ? hereEnd : line + 1;
        if (line < 0) {
            throw ShellSyntaxException.unfinished("unexpected end of file");
        }
        var body = new StringBuilder();
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            var one = text.substring(from, end < 0 ? text.length() : end);
            from = end < 0 ? text.length() : end + 1;
            one = indented ? one.replaceFirst("^\t+", "") : one;
            if (one.contentEquals(delimiter)) {
                hereLine = line;
                hereEnd = from;
                return literal ? ShellWord.text(body.toString()) : new ShellScanner(body + "\"", depth).quotedText();
            }
            body.append(one).append('\n');
        }
        throw ShellSyntaxException.unfinished("unexpected end of file");
    }

    private ShellWord quotedText() {
        var parts = new ArrayList<Part>();
        quoted(parts, true);
        return new ShellWord(parts);
    }

    /** The word that begins here; it may be empty. */
    ShellWord word() {
        return word(" \t\n;&|<>()");
    }

    private ShellWord word(String ends) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        while (!atEnd() && ends.indexOf(text.charAt(at)) < 0) {
            char one = text.charAt(at++);
            switch (one) {
                case '\'' -> {
                    int end = text.indexOf('\'', at);
                    if (end < 0) {
                        throw ShellSyntaxException.unfinished("unterminated quoted string");
                    }
                    flush(parts, plain);
                    parts.add(new Text(text.substring(at, end), true));
                    at = end + 1;
                }
                case '"' -> {
                    flush(parts, plain);
                    quoted(parts, false);
                }
                case '$', '`' -> {
                    flush(parts, plain);
                    parts.add(one == '$' ? dollar(false) : backquoted(false));
                }
                case '\\' -> {
                    flush(parts, plain);
                    if (!takes("\n")) {
                        parts.add(new Text(atEnd() ? "\\" : text.substring(at, ++at), true));
                    }
                }
                default -> plain.append(one);
            }
        }
        flush(parts, plain);
        return new ShellWord(parts);
    }

    private static void flush(List<Part> parts, StringBuilder plain) {
        if (!plain.isEmpty()) {
            parts.add(new Text(plain.toString(), false));
            plain.setLength(0);
        }
    }

    /** What stands in double quotes; in a text of its own quotes are characters like any other, and it ends with the text. */
    private void quoted(List<Part> parts, boolean whole) {
        var plain = new StringBuilder();
        int before = parts.size();
        while (true) {
            if (atEnd()) {
                throw ShellSyntaxException.unfinished("unterminated quoted string");
            }
            char one = text.charAt(at++);
            if (one == '"' && (!whole || atEnd())) {
                if (!plain.isEmpty() || parts.size() == before) {
                    parts.add(new Text(plain.toString(), true));
                }
                return;
            }
            if (one == '$' || one == '`') {
                if (!plain.isEmpty()) {
                    parts.add(new Text(plain.toString(), true));
                    plain.setLength(0);
                }
                parts.add(one == '$' ? dollar(true) : backquoted(true));
            } else if (one == '\\' && !atEnd() && (whole ? "\\$`\n" : "\"\\$`\n").indexOf(next()) >= 0) {
                char escaped = text.charAt(at++);
                plain.append(escaped == '\n' ? "" : escaped);
            } else {
                plain.append(one);
            }
        }
    }

    private Part backquoted(boolean quoted) {
        enter();
        var part = backquotedText(quoted);
        leave();
        return part;
    }

    private Part backquotedText(boolean quoted) {
        var inside = new StringBuilder();
        while (!atEnd()) {
            char one = text.charAt(at++);
            if (one == '`') {
                return new Substitution(ShellText.parse(new ShellScanner(inside.toString(), depth)), quoted);
            }
            if (one == '\\' && !atEnd() && "\\$`".indexOf(next()) >= 0) {
                one = text.charAt(at++);
            }
            inside.append(one);
        }
        throw ShellSyntaxException.unfinished("EOF in backquote substitution");
    }

    private Part dollar(boolean quoted) {
        enter();
        var part = behindDollar(quoted);
        leave();
        return part;
    }

    private Part behindDollar(boolean quoted) {
        if (takes("((")) {
            return arithmetic(quoted);
        }
        if (takes("(")) {
            var body = new ShellText(this).until(")");
            if (!takes(")")) {
                throw ShellSyntaxException.unfinished("unexpected end of file (expecting \")\")");
            }
            return new Substitution(body, quoted);
        }
        if (takes("{")) {
            return braced(quoted);
        }
        var name = name();
        return name.isEmpty() ? new Text("$", quoted) : new Variable(name, "", ShellWord.EMPTY, quoted);
    }

    /** The name of a variable that begins here, or of a special one; "" if there is none. */
    private String name() {
        int end = at;
        while (end < text.length() && isOfName(text.charAt(end), end > at)) {
            end++;
        }
        if (end == at && !atEnd() && SPECIAL.indexOf(next()) >= 0) {
            end++;
        }
        var name = text.substring(at, end);
        at = end;
        return name;
    }

    private Part arithmetic(boolean quoted) {
        int depth = 0;
        int from = at;
        for (; !atEnd(); at++) {
            if (next() == '(') {
                depth++;
            } else if (next() == ')') {
                if (depth == 0 && sees("))")) {
                    var expression = new ShellScanner(text.substring(from, at) + "\"", depth).quotedText();
                    at += 2;
                    return new Arithmetic(expression, quoted);
                }
                depth--;
            }
        }
        throw ShellSyntaxException.unfinished("unexpected end of file (expecting \"))\")");
    }

    private Part braced(boolean quoted) {
        if (sees("#") && !sees("#}") && takes("#")) {
            var name = name();
            closeBrace();
            return new Variable(name, "length", ShellWord.EMPTY, quoted);
        }
        var name = name();
        if (name.isEmpty()) {
            throw new NotSimulatedException("${" + next());
        }
        if (takes("}")) {
            return new Variable(name, "", ShellWord.EMPTY, quoted);
        }
        for (var operator : OPERATORS) {
            if (takes(operator)) {
                var argument = word("}");
                closeBrace();
                return new Variable(name, operator, argument, quoted);
            }
        }
        throw new NotSimulatedException("${" + name + next());
    }

    private void closeBrace() {
        if (!takes("}")) {
            throw atEnd()
                    ? ShellSyntaxException.unfinished("missing '}'")
                    : ShellSyntaxException.unexpected(Character.toString(next()));
        }
    }

    private static boolean isOfName(char one, boolean later) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one == '_' || later && one >= '0' && one <= '9';
    }

    /** Whether a variable may have that name. */
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOfName(text.charAt(i), i > 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
