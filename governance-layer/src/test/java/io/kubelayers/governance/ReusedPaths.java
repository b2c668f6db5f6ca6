package io.kubelayers.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What upstream prints for several conflicting fields of one manager. Its path slices share memory where their capacity
 * allows, so that a field can be shown under the name of a later one: of {@code .spec.template.spec.tolerations} and then
 * something below {@code .spec.template.spec.containers}, the first is printed as {@code .spec.template.spec.containers}.
 * This project names the fields as they are; recorded texts are compared to what this makes of ours.
 */
final class ReusedPaths {
    private static final Pattern ELEMENT = Pattern.compile("\\.[^.\\[]+|\\[[^]]*]");

    /** A Go slice: an array that others may see, and how much of it is ours. */
    private record Slice(String[] array, int length) {
        static Slice empty() {
            return new Slice(new String[0], 0);
        }

        Slice append(String element) {
            var target = length < array.length ? array : Arrays.copyOf(array, Math.max(1, array.length * 2));
            target[length] = element;
            return new Slice(target, length + 1);
        }

        String text() {
            return String.join("", Arrays.asList(array).subList(0, length));
        }
    }

    private ReusedPaths() {}

    /** The paths, given in the order in which upstream walks them, as it prints them. */
    static List<String> printed(List<String> paths) {
        var slices = new ArrayList<Slice>();
        var prefixes = new ArrayList<Slice>(List.of(Slice.empty()));
        List<String> before = List.of();
        for (var path : paths) {
            var elements =
                    ELEMENT.matcher(path).results().map(found -> found.group()).toList();
            int common = 0;
            while (common < Math.min(before.size(), elements.size() - 1)
                    && common < prefixes.size() - 1
                    && before.get(common).equals(elements.get(common))) {
                common++;
            }
            prefixes.subList(common + 1, prefixes.size()).clear();
            for (int i = common; i < elements.size() - 1; i++) {
                prefixes.add(prefixes.get(i).append(elements.get(i)));
            }
            slices.add(prefixes.get(elements.size() - 1).append(elements.get(elements.size() - 1)));
            before = elements.subList(0, elements.size() - 1);
        }
        return slices.stream().map(Slice::text).toList();
    }

    /** A message about conflicts as upstream prints it. */
    static String message(String message) {
        var out = new ArrayList<String>();
        var paths = new ArrayList<String>();
        for (var line : message.split("\n", -1)) {
            if (line.startsWith("- ")) {
                paths.add(line.substring(2));
            } else {
                flush(paths, out);
                out.add(line);
            }
        }
        flush(paths, out);
        return String.join("\n", out);
    }

    private static void flush(List<String> paths, List<String> out) {
        printed(paths).forEach(path -> out.add("- " + path));
        paths.clear();
    }
}
