package io.kubelayers.nucleus.toolbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** Commands that make lines out of lines. */
final class TextCommands {
    private TextCommands() {}

    /** A command that reads all there is and then writes. */
    private static void filter(Invocation run, Options options, Function<List<String>, List<String>> made) {
        Contents.of(run, options.operands(), contents -> {
            var lines = made.apply(Contents.lines(contents));
            run.print(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
            run.exit(0);
        });
    }

    static void head(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(counted(run), "n:c:q");
            if (!options.has('c')) {
                int count = options.number('n', 10);
                filter(run, options, lines -> lines.subList(0, Math.min(count, lines.size())));
                return;
            }
            int count = options.number('c', 0);
            Contents.of(run, options.operands(), contents -> {
                var bytes = contents.get(0).bytes();
                run.print(java.util.Arrays.copyOf(bytes, Math.min(count, bytes.length)));
                run.exit(0);
            });
        });
    }

    /** {@code -5} is short for {@code -n 5}. */
    private static List<String> counted(Invocation run) {
        var words = new ArrayList<>(run.command().subList(1, run.command().size()));
        words.replaceAll(word -> word.matches("-[0-9]+") ? "-n" + word.substring(1) : word);
        return words;
    }

    static void tail(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(counted(run), "n:fFq");
            var count = options.value('n', "10");
            boolean follows = options.has('f') || options.has('F');
            if (follows && options.operands().equals(List.of("/dev/null"))) {
                return;
            }
            if (follows && options.operands().isEmpty()) {
                throw new NotSimulatedException("-f without a file");
            }
            Contents.of(run, options.operands(), contents -> {
                var lines = Contents.lines(contents);
                int number = Math.abs(Integer.parseInt(count.replaceFirst("^\\+", "")));
                int from = count.startsWith("+") ? number - 1 : lines.size() - number;
                for (var line : lines.subList(Math.max(0, Math.min(from, lines.size())), lines.size())) {
                    run.print(line + "\n");
                }
                if (follows) {
                    follow(run, options.operands().get(0), contents.get(0).bytes().length);
                } else {
                    run.exit(0);
                }
            });
        });
    }

    private static void follow(Invocation run, String file, int told) {
        run.after(java.time.Duration.ofSeconds(1), () -> {
            int length = told;
            try {
                var bytes = run.files().read(FilePath.resolve(run.directory(), file));
                if (bytes.length > told) {
                    run.print(java.util.Arrays.copyOfRange(bytes, told, bytes.length));
                }
                length = bytes.length;
            } catch (FileException e) {
                length = 0;
            }
            follow(run, file, length);
        });
    }

    static void grep(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "ivcqnEFowxhe:sm:");
            var operands = new ArrayList<>(options.operands());
            if (!options.has('e') && operands.isEmpty()) {
                throw new NotSimulatedException("no pattern");
            }
            var pattern = pattern(options, options.has('e') ? options.value('e', "") : operands.remove(0));
            Contents.of(run, operands, contents -> {
                int found = 0;
                var out = new StringBuilder();
                for (var content : contents) {
                    var prefix = contents.size() > 1 && !options.has('h') ? content.name() + ":" : "";
                    int here = 0;
                    int number = 0;
                    for (var line : content.lines()) {
                        number++;
                        var match = pattern.matcher(line);
                        if (match.find() == options.has('v') || here >= options.number('m', Integer.MAX_VALUE)) {
                            continue;
                        }
                        here++;
                        if (!options.has('c')) {
                            var before = prefix + (options.has('n') ? number + ":" : "");
                            out.append(options.has('o') ? matches(match, before) : before + line + "\n");
                        }
                    }
                    if (options.has('c')) {
                        out.append(prefix).append(here).append('\n');
                    }
                    found += here;
                }
                if (!options.has('q')) {
                    run.print(out.toString());
                }
                run.exit(found > 0 ? 0 : 1);
            });
        });
    }

    private static String matches(Matcher match, String before) {
        var all = new StringBuilder();
        match.reset();
        while (match.find()) {
            all.append(before).append(match.group()).append('\n');
        }
        return all.toString();
    }

    private static Pattern pattern(Options options, String text) {
        var regex = options.has('F') ? Pattern.quote(text) : options.has('E') ? text : basic(text);
        if (options.has('w')) {
            regex = "\\b(?:" + regex + ")\\b";
        } else if (options.has('x')) {
            regex = "^(?:" + regex + ")$";
        }
        return compiled(regex, options.has('i'));
    }

    /**
     * A pattern.
     *
     * @throws NotSimulatedException if it can't be read
     */
    static Pattern compiled(String regex, boolean anyCase) {
        try {
            return Pattern.compile(regex, anyCase ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            throw new NotSimulatedException("pattern " + regex);
        }
    }

    /** In basic patterns a backslash gives a meaning to what has one by itself elsewhere. */
    static String basic(String text) {
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean escaped = one == '\\' && i + 1 < text.length();
            char meant = escaped ? text.charAt(++i) : one;
            boolean swapped = "+?(){}|".indexOf(meant) >= 0;
            regex.append(escaped != swapped ? "\\" : "").append(meant);
        }
        return regex.toString();
    }

    static void sort(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "nru");
            filter(run, options, lines -> {
                var sorted = new ArrayList<>(options.has('u') ? new LinkedHashSet<>(lines) : lines);
                sorted.sort(Comparator.naturalOrder());
                if (options.has('n')) {
                    sorted.sort(Comparator.comparingDouble(TextCommands::leading));
                }
                if (options.has('r')) {
                    Collections.reverse(sorted);
                }
                return sorted;
            });
        });
    }

    private static double leading(String line) {
        var number = Pattern.compile("^\\s*(-?[0-9]+(\\.[0-9]+)?)").matcher(line);
        return number.find() ? Double.parseDouble(number.group(1)) : 0;
    }

    static void uniq(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "c");
            filter(run, options, lines -> {
                var made = new ArrayList<String>();
                for (int from = 0, to; from < lines.size(); from = to) {
                    to = from + 1;
                    while (to < lines.size() && lines.get(to).equals(lines.get(from))) {
                        to++;
                    }
                    made.add(options.has('c') ? String.format("%7d %s", to - from, lines.get(from)) : lines.get(from));
                }
                return made;
            });
        });
    }

    static void cut(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "d:f:c:s");
            boolean characters = options.has('c');
            var ranges = options.value(characters ? 'c' : 'f', "");
            var delimiter = options.value('d', "\t");
            if (ranges.isEmpty()) {
                throw new NotSimulatedException("neither -f nor -c");
            }
            filter(run, options, lines -> lines.stream()
                    .map(line -> {
                        if (!characters && !line.contains(delimiter)) {
                            return line;
                        }
                        var fields = characters ? line.split("") : line.split(Pattern.quote(delimiter), -1);
                        return String.join(characters ? "" : delimiter, chosen(fields, ranges));
                    })
                    .toList());
        });
    }

    private static List<String> chosen(String[] fields, String ranges) {
        var chosen = new ArrayList<String>();
        for (int i = 0; i < fields.length; i++) {
            for (var range : ranges.split(",")) {
                var ends = range.split("-", -1);
                int from = ends[0].isEmpty() ? 1 : Integer.parseInt(ends[0]);
                int to = ends.length == 1 ? from : ends[1].isEmpty() ? fields.length : Integer.parseInt(ends[1]);
                if (from <= i + 1 && i + 1 <= to) {
                    chosen.add(fields[i]);
                    break;
                }
            }
        }
        return chosen;
    }

    static void tr(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "ds");
            var sets = options.operands();
            if (sets.isEmpty() || sets.size() < 2 && !options.has('d') && !options.has('s')) {
                throw new NotSimulatedException("too few sets");
            }
            var from = set(sets.get(0));
            var to = sets.size() > 1 ? set(sets.get(1)) : from;
            Contents.of(run, List.of(), contents -> {
                var made = new StringBuilder();
                for (char one : contents.get(0).text().toCharArray()) {
                    int at = from.indexOf(one);
                    char now = at < 0 || options.has('d') ? one : to.charAt(Math.min(at, to.length() - 1));
                    boolean repeated =
                            options.has('s') && at >= 0 && !made.isEmpty() && made.charAt(made.length() - 1) == now;
                    if (!repeated && !(at >= 0 && options.has('d'))) {
                        made.append(now);
                    }
                }
                run.print(made.toString());
                run.exit(0);
            });
        });
    }

    private static String set(String text) {
        var set = text.replace("[:upper:]", "A-Z")
                .replace("[:lower:]", "a-z")
                .replace("[:digit:]", "0-9")
                .replace("[:space:]", " \t\n\r")
                .replace("[:alnum:]", "A-Za-z0-9");
        var plain = Escapes.read(set);
        var all = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            if (i + 2 < plain.length() && plain.charAt(i + 1) == '-') {
                for (int one = plain.charAt(i); one <= plain.charAt(i + 2); one++) {
                    all.append((char) one);
                }
                i += 2;
            } else {
                all.append(plain.charAt(i));
            }
        }
        return all.toString();
    }
}
