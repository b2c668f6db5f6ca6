package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.ContainerFiles;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.toolbox.ShellWord.Arithmetic;
import io.kubelayers.nucleus.toolbox.ShellWord.Part;
import io.kubelayers.nucleus.toolbox.ShellWord.Substitution;
import io.kubelayers.nucleus.toolbox.ShellWord.Text;
import io.kubelayers.nucleus.toolbox.ShellWord.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes words out of words: puts in variables, numbers and what commands wrote, splits at blanks, looks for files. */
final class ShellExpansion {
    /** How long a word may get, in characters; commands take no longer ones. */
    static final int LONGEST = 1 << 22;

    /** Files that are looked at for one pattern. */
    private static final int MOST_FILES = 100_000;

    private static final String BLANKS = " \t\n";

    private final ShellState state;
    private final ContainerFiles files;
    private final Map<Substitution, String> outputs;
    private int looked;

    /**
     * An expansion.
     *
     * @param outputs what the commands in the words wrote, by identity
     */
    ShellExpansion(ShellState state, ContainerFiles files, Map<Substitution, String> outputs) {
        this.state = state;
        this.files = files;
        this.outputs = outputs;
    }

    /** The commands in a word whose output is needed, in their order. */
    static void collect(ShellWord word, ShellState state, List<Substitution> found) {
        for (var part : word.parts()) {
            if (part instanceof Substitution substitution) {
                found.add(substitution);
            } else if (part instanceof Arithmetic arithmetic) {
                collect(arithmetic.expression(), state, found);
            } else if (part instanceof Variable variable && needsArgument(variable, state)) {
                collect(variable.argument(), state, found);
            }
        }
    }

    private static boolean needsArgument(Variable variable, ShellState state) {
        return switch (variable.operator()) {
            case "", "length" -> false;
            case ":-", ":=", ":?" -> state.value(variable.name()).isEmpty();
            case "-", "=", "?" -> !state.isSet(variable.name());
            case ":+" -> !state.value(variable.name()).isEmpty();
            case "+" -> state.isSet(variable.name());
            default -> true;
        };
    }

    private static void limit(StringBuilder text) {
        if (text.length() > LONGEST) {
            throw new ShellRefusal("out of memory");
        }
    }

    /** As one text, whatever blanks are in it. */
    String text(ShellWord word) {
        var text = new StringBuilder();
        for (var part : word.parts()) {
            text.append(value(part));
            limit(text);
        }
        return home(word, text.toString());
    }

    /** As a pattern, in which only what is not quoted has a meaning. */
    String pattern(ShellWord word) {
        var pattern = new StringBuilder();
        for (var part : word.parts()) {
            pattern.append(part.quoted() ? ShellPattern.escaped(value(part)) : value(part));
        }
        return pattern.toString();
    }

    /** The words that become of words. */
    List<String> words(List<ShellWord> words) {
        var all = new ArrayList<String>();
        for (var word : words) {
            var fields = new Fields();
            for (var part : word.parts()) {
                add(fields, part);
            }
            fields.close();
            for (int i = 0; i < fields.texts.size(); i++) {
                var found = ShellPattern.isPattern(fields.patterns.get(i))
                        ? files(fields.patterns.get(i))
                        : List.<String>of();
                if (found.isEmpty()) {
                    all.add(i == 0 ? home(word, fields.texts.get(i)) : fields.texts.get(i));
                }
                all.addAll(found);
            }
        }
        return all;
    }

    private String home(ShellWord word, String text) {
        boolean bare = !word.parts().isEmpty() && word.parts().get(0) instanceof Text first && !first.quoted();
        boolean home = bare && (text.equals("~") || text.startsWith("~/"));
        return home ? state.variables.getOrDefault("HOME", "/root") + text.substring(1) : text;
    }

    private void add(Fields fields, Part part) {
        if (part.quoted()
                && part instanceof Variable variable
                && variable.name().equals("@")) {
            boolean first = true;
            for (var argument : state.arguments) {
                if (!first) {
                    fields.close();
                }
                first = false;
                fields.add(argument, true);
            }
        } else if (part instanceof Text || part.quoted()) {
            fields.add(value(part), part.quoted());
        } else {
            fields.split(value(part));
        }
    }

    private String value(Part part) {
        if (part instanceof Text text) {
            return text.text();
        }
        if (part instanceof Substitution substitution) {
            return outputs.getOrDefault(substitution, "");
        }
        if (part instanceof Arithmetic arithmetic) {
            try {
                return Long.toString(ShellArithmetic.value(text(arithmetic.expression()), state::value));
            } catch (ArithmeticException e) {
                throw new ShellRefusal("divide by zero");
            }
        }
        return value((Variable) part);
    }

    private String value(Variable variable) {
        var value = state.value(variable.name());
        var operator = variable.operator();
        boolean needed = needsArgument(variable, state);
        return switch (operator) {
            case "" -> value;
            case "length" -> Integer.toString(value.length());
            case "#", "##", "%", "%%" -> ShellPattern.trimmed(value, operator, pattern(variable.argument()));
            case ":+", "+" -> needed ? text(variable.argument()) : "";
            case ":-", "-" -> needed ? text(variable.argument()) : value;
            case ":=", "=" -> {
                if (needed) {
                    state.variables.put(variable.name(), text(variable.argument()));
                }
                yield state.value(variable.name());
            }
            default -> {
                if (needed) {
                    var why = text(variable.argument());
                    throw new ShellRefusal(variable.name() + ": " + (why.isEmpty() ? "parameter not set" : why));
                }
                yield value;
            }
        };
    }

    private List<String> files(String pattern) {
        var found = new ArrayList<String>();
        boolean root = pattern.startsWith("/");
        look(root ? FilePath.ROOT : state.directory, root ? "/" : "", pattern.split("/+"), root ? 1 : 0, found);
        return found;
    }

    private void look(String directory, String said, String[] patterns, int at, List<String> found) {
        if (at >= patterns.length) {
            return;
        }
        boolean last = at == patterns.length - 1;
        if (!ShellPattern.isPattern(patterns[at])) {
            var name = patterns[at].replaceAll("\\\\(.)", "$1");
            var path = FilePath.resolve(directory, name);
            if (files.find(path).isPresent()) {
                step(path, said + name, patterns, at, last, found);
            }
            return;
        }
        try {
            for (var name : files.list(directory).keySet()) {
                boolean hidden = name.startsWith(".") && !patterns[at].startsWith(".");
                if (!hidden && ShellPattern.matches(patterns[at], name)) {
                    step(FilePath.child(directory, name), said + name, patterns, at, last, found);
                }
            }
        } catch (FileException e) {
            // no directory, so nothing is in it
        }
    }

    private void step(String path, String said, String[] patterns, int at, boolean last, List<String> found) {
        looked++;
        if (looked > MOST_FILES) {
            throw new ShellRefusal("out of memory");
        }
        if (last) {
            found.add(said);
        } else {
            look(path, said + "/", patterns, at + 1, found);
        }
    }

    /** Words that are being made, each as text and as pattern. */
    private static final class Fields {
        final List<String> texts = new ArrayList<>();
        final List<String> patterns = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder pattern = new StringBuilder();
        private boolean open;

        void add(String more, boolean quoted) {
            text.append(more);
            limit(text);
            pattern.append(quoted ? ShellPattern.escaped(more) : more);
            open = true;
        }

        void split(String value) {
            int from = 0;
            for (int i = 0; i < value.length(); i++) {
                if (BLANKS.indexOf(value.charAt(i)) >= 0) {
                    if (i > from) {
                        add(value.substring(from, i), false);
                    }
                    close();
                    from = i + 1;
                }
            }
            if (from < value.length()) {
                add(value.substring(from), false);
            }
        }

        void close() {
            if (open) {
                texts.add(text.toString());
                patterns.add(pattern.toString());
                text.setLength(0);
                pattern.setLength(0);
                open = false;
            }
        }
    }
}
