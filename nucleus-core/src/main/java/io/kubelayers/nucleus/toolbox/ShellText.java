package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.toolbox.ShellNode.Case;
import io.kubelayers.nucleus.toolbox.ShellNode.Chain;
import io.kubelayers.nucleus.toolbox.ShellNode.Choice;
import io.kubelayers.nucleus.toolbox.ShellNode.Definition;
import io.kubelayers.nucleus.toolbox.ShellNode.Each;
import io.kubelayers.nucleus.toolbox.ShellNode.Loop;
import io.kubelayers.nucleus.toolbox.ShellNode.Pipeline;
import io.kubelayers.nucleus.toolbox.ShellNode.Redirected;
import io.kubelayers.nucleus.toolbox.ShellNode.Sequence;
import io.kubelayers.nucleus.toolbox.ShellNode.Simple;
import io.kubelayers.nucleus.toolbox.ShellNode.Subshell;
import io.kubelayers.nucleus.toolbox.ShellRedirect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a shell runs: the command language of POSIX, without arithmetic assignments, {@code select}, and what only Bash
 * has. What is not known is refused as a whole, before anything of the text runs.
 */
final class ShellText {
    private static final Set<String> NOT_KNOWN = Set.of("function", "select", "time", "[[", "coproc");
    private static final Set<String> CLOSING =
            Set.of("then", "else", "elif", "fi", "do", "done", "esac", "}", ")", ";;");

    private final ShellScanner scan;

    ShellText(ShellScanner scan) {
        this.scan = scan;
    }

    /**
     * What a text says.
     *
     * @throws NotSimulatedException if there is something in it that is not known here
     * @throws ShellSyntaxException if no shell understands it
     */
    static ShellNode parse(String text) {
        return parse(new ShellScanner(text));
    }

    /** The same of what is left of a text. */
    static ShellNode parse(ShellScanner scan) {
        var node = new ShellText(scan).until();
        if (!scan.atEnd()) {
            throw ShellSyntaxException.unexpected(
                    scan.peek().isEmpty() ? Character.toString(scan.next()) : scan.peek());
        }
        return node;
    }

    /** Commands up to one of these words, which is not taken, or to the end. */
    ShellNode until(String... ends) {
        var items = new ArrayList<Sequence.Item>();
        while (true) {
            skipLines();
            if (scan.atEnd() || closes(ends)) {
                return new Sequence(items);
            }
            var node = chain();
            scan.skipBlanks();
            boolean background = scan.next() == '&';
            if (background) {
                scan.takes("&");
            } else if (!scan.sees(";;")) {
                scan.takes(";");
            }
            items.add(new Sequence.Item(node, background));
        }
    }

    private boolean closes(String... ends) {
        var word = scan.sees(";;") ? ";;" : scan.next() == ')' ? ")" : scan.peek();
        for (var end : ends) {
            if (end.equals(word)) {
                return true;
            }
        }
        if (CLOSING.contains(word)) {
            throw ShellSyntaxException.unexpected(word);
        }
        return false;
    }

    private void skipLines() {
        scan.skipBlanks();
        while (scan.takesLineEnd()) {
            scan.skipBlanks();
        }
    }

    private void expect(String word) {
        skipLines();
        if (!(Character.isLetter(word.charAt(0)) ? scan.peek().equals(word) && scan.takes(word) : scan.takes(word))) {
            throw wrong(" (expecting \"" + word + "\")");
        }
    }

    private ShellSyntaxException wrong(String more) {
        return scan.atEnd()
                ? ShellSyntaxException.unfinished("unexpected end of file" + more)
                : ShellSyntaxException.unexpected(
                        scan.next() == '\n'
                                ? "newline"
                                : scan.peek().isEmpty() ? Character.toString(scan.next()) : scan.peek());
    }

    private ShellNode chain() {
        var first = pipeline();
        var rest = new ArrayList<Chain.Link>();
        while (true) {
            scan.skipBlanks();
            boolean and = scan.takes("&&");
            if (!and && !scan.takes("||")) {
                return rest.isEmpty() ? first : new Chain(first, rest);
            }
            skipLines();
            rest.add(new Chain.Link(and, pipeline()));
        }
    }

    private ShellNode pipeline() {
        boolean negated = false;
        while (scan.peek().equals("!")) {
            scan.takes("!");
            negated = !negated;
            scan.skipBlanks();
        }
        var stages = new ArrayList<ShellNode>();
        stages.add(command());
        scan.skipBlanks();
        while (scan.next() == '|' && !scan.sees("||")) {
            scan.takes("|");
            skipLines();
            stages.add(command());
            scan.skipBlanks();
        }
        return stages.size() == 1 && !negated ? stages.get(0) : new Pipeline(stages, negated);
    }

    private ShellNode command() {
        scan.enter();
        var node = whole();
        scan.leave();
        return node;
    }

    private ShellNode whole() {
        scan.skipBlanks();
        var node = compound();
        if (node == null) {
            return simple();
        }
        var redirects = new ArrayList<ShellRedirect>();
        scan.skipBlanks();
        while (redirect(redirects)) {
            scan.skipBlanks();
        }
        return redirects.isEmpty() ? node : new Redirected(node, redirects);
    }

    private @Nullable ShellNode compound() {
        if (scan.takes("(")) {
            var body = until(")");
            expect(")");
            return new Subshell(body);
        }
        var word = scan.peek();
        if (NOT_KNOWN.contains(word)) {
            throw new NotSimulatedException(word);
        }
        return switch (word) {
            case "{" -> {
                scan.takes(word);
                var body = until("}");
                expect("}");
                yield body;
            }
            case "if" -> choice(word);
            case "while", "until" -> {
                scan.takes(word);
                var condition = until("do");
                yield new Loop(condition, word.equals("until"), body());
            }
            case "for" -> each();
            case "case" -> cases();
            default -> null;
        };
    }

    private ShellNode body() {
        expect("do");
        var body = until("done");
        expect("done");
        return body;
    }

    private ShellNode choice(String word) {
        scan.takes(word);
        var branches = new ArrayList<Choice.Branch>();
        while (true) {
            var condition = until("then");
            expect("then");
            branches.add(new Choice.Branch(condition, until("elif", "else", "fi")));
            if (!scan.peek().equals("elif")) {
                break;
            }
            expect("elif");
        }
        ShellNode otherwise = null;
        if (scan.peek().equals("else")) {
            expect("else");
            otherwise = until("fi");
        }
        expect("fi");
        return new Choice(branches, otherwise);
    }

    private ShellNode each() {
        scan.takes("for");
        scan.skipBlanks();
        var name = scan.peek();
        if (!ShellScanner.isName(name)) {
            throw scan.sees("((") ? new NotSimulatedException("for ((") : wrong("");
        }
        scan.takes(name);
        skipLines();
        List<ShellWord> words = null;
        if (scan.peek().equals("in")) {
            scan.takes("in");
            words = new ArrayList<>();
            scan.skipBlanks();
            while (!scan.atEnd() && ";\n&|()".indexOf(scan.next()) < 0) {
                words.add(scan.word());
                scan.skipBlanks();
            }
            if (scan.next() != ';' && scan.next() != '\n') {
                throw wrong("");
            }
        }
        scan.skipBlanks();
        scan.takes(";");
        return new Each(name, words, body());
    }

    private ShellNode cases() {
        scan.takes("case");
        scan.skipBlanks();
        var word = scan.word();
        expect("in");
        var arms = new ArrayList<Case.Arm>();
        skipLines();
        while (!scan.peek().equals("esac")) {
            scan.takes("(");
            var patterns = new ArrayList<ShellWord>();
            do {
                scan.skipBlanks();
                patterns.add(scan.word());
                scan.skipBlanks();
            } while (scan.takes("|"));
            expect(")");
            arms.add(new Case.Arm(patterns, until(";;", "esac")));
            if (!scan.takes(";;") && !scan.peek().equals("esac")) {
                throw wrong(" (expecting \"esac\")");
            }
            skipLines();
        }
        expect("esac");
        return new Case(word, arms);
    }

    private ShellNode simple() {
        var words = new ArrayList<ShellWord>();
        var redirects = new ArrayList<ShellRedirect>();
        while (true) {
            scan.skipBlanks();
            if (redirect(redirects)) {
                continue;
            }
            if (scan.atEnd() || "\n;&|()".indexOf(scan.next()) >= 0) {
                break;
            }
            words.add(scan.word());
        }
        if (scan.next() == '(') {
            return definition(words);
        }
        if (words.isEmpty() && redirects.isEmpty()) {
            throw wrong("");
        }
        return new Simple(words, redirects);
    }

    private ShellNode definition(List<ShellWord> words) {
        var name = words.size() == 1 ? words.get(0).plain() : "";
        if (name.isEmpty()) {
            throw ShellSyntaxException.unexpected("(");
        }
        scan.takes("(");
        expect(")");
        skipLines();
        return new Definition(name, command());
    }

    private boolean redirect(List<ShellRedirect> redirects) {
        if (scan.takes("&>")) {
            redirects.add(new ShellRedirect(1, Kind.WRITE, file()));
            redirects.add(new ShellRedirect(2, Kind.COPY, ShellWord.text("1")));
            return true;
        }
        int stream = -1;
        for (int number = 0; number <= 2; number++) {
            if (scan.sees(number + ">") || scan.sees(number + "<")) {
                scan.takes(Integer.toString(number));
                stream = number;
            }
        }
        if (scan.takes("<<<")) {
            throw new NotSimulatedException("<<<");
        }
        if (scan.takes("<<")) {
            return redirects.add(new ShellRedirect(0, Kind.TEXT, scan.here()));
        }
        if (scan.takes("<&") || scan.sees("<(") || scan.sees(">(")) {
            throw new NotSimulatedException("<&");
        }
        if (scan.takes("<")) {
            return redirects.add(new ShellRedirect(0, Kind.READ, file()));
        }
        int writing = stream < 0 ? 1 : stream;
        if (scan.takes(">>")) {
            return redirects.add(new ShellRedirect(writing, Kind.APPEND, file()));
        }
        if (scan.takes(">&")) {
            var other = file();
            if (!other.plain().equals("1") && !other.plain().equals("2")) {
                throw new NotSimulatedException(">&");
            }
            return redirects.add(new ShellRedirect(writing, Kind.COPY, other));
        }
        if (scan.takes(">")) {
            scan.takes("|");
            return redirects.add(new ShellRedirect(writing, Kind.WRITE, file()));
        }
        return false;
    }

    private ShellWord file() {
        scan.skipBlanks();
        var file = scan.word();
        if (file.parts().isEmpty()) {
            throw wrong("");
        }
        return file;
    }
}
