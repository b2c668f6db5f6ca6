package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code date}, in the usual form or in one that is given. */
final class DateCommand {
    private static final DateTimeFormatter USUAL = format("EEE MMM d HH:mm:ss 'UTC' yyyy");

    private static final Map<Character, String> FORMS = new TreeMap<>(Map.ofEntries(
            Map.entry('Y', "yyyy"),
            Map.entry('m', "MM"),
            Map.entry('d', "dd"),
            Map.entry('H', "HH"),
            Map.entry('M', "mm"),
            Map.entry('S', "ss"),
            Map.entry('N', "nnnnnnnnn"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('F', "yyyy-MM-dd"),
            Map.entry('Z', "'UTC'"),
            Map.entry('z', "'+0000'"),
            Map.entry('a', "EEE"),
            Map.entry('b', "MMM"),
            Map.entry('j', "DDD")));

    private DateCommand() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static void start(Invocation run) {
        Contents.guarded(run, () -> {
            var options = Options.of(run, "uI:R");
            if (options.has('I') || options.has('R')) {
                throw new NotSimulatedException("such a form");
            }
            var form = options.operands().isEmpty() ? "" : options.operands().get(0);
            if (!form.isEmpty() && !form.startsWith("+")) {
                run.printError("date: invalid date '" + form + "'\n");
                run.exit(1);
                return;
            }
            run.print((form.isEmpty() ? USUAL.format(run.now()) : formatted(run, form.substring(1))) + "\n");
            run.exit(0);
        });
    }

    private static String formatted(Invocation run, String form) {
        var text = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) != '%' || i + 1 == form.length()) {
                text.append(form.charAt(i));
                continue;
            }
            char letter = form.charAt(++i);
            var known = FORMS.get(letter);
            if (letter == 's') {
                text.append(run.now().getEpochSecond());
            } else if (letter == '%') {
                text.append('%');
            } else if (known != null) {
                text.append(format(known).format(run.now()));
            } else {
                throw new NotSimulatedException("%" + letter);
            }
        }
        return text.toString();
    }
}
