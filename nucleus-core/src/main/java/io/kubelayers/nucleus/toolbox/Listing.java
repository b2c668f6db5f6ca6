package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileException;
import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ls [-1adl] [PATH...]}, one name a line, or in columns on a terminal. */
final class Listing {
    private static final int TERMINAL = 80;
    private static final DateTimeFormatter CHANGED =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Invocation run;
    private final Arguments arguments;
    private final StringBuilder out = new StringBuilder();
    private int code;

    private Listing(Invocation run, Arguments arguments) {
        this.run = run;
        this.arguments = arguments;
    }

    static void start(Invocation run) {
        FileCommands.withOperands(run, "1adlAhR", arguments -> {
            if (arguments.has('R')) {
                throw new NotSimulatedException("option -R");
            }
            new Listing(run, arguments).list();
        });
    }

    private void list() {
        var files = new TreeMap<String, FileNode>();
        var folders = new ArrayList<String>();
        var operands = arguments.operands().isEmpty() ? List.of(".") : arguments.operands();
        for (var operand : operands) {
            var node = run.files().find(absolute(operand));
            if (node.isEmpty()) {
                run.printError("ls: " + operand + ": " + FileException.missing().text() + "\n");
                code = 1;
            } else if (node.get().isDirectory() && !arguments.has('d')) {
                folders.add(operand);
            } else {
                files.put(operand, node.get());
            }
        }
        show(files);
        for (var folder : folders) {
            if (operands.size() > 1) {
                out.append(out.isEmpty() ? "" : "\n").append(folder).append(":\n");
            }
            if (arguments.has('l')) {
                out.append("total 0\n");
            }
            show(contents(folder));
        }
        run.print(out.toString());
        run.exit(code);
    }

    private String absolute(String path) {
        return FilePath.resolve(run.directory(), path);
    }

    private SortedMap<String, FileNode> contents(String folder) {
        var path = absolute(folder);
        var shown = new TreeMap<String, FileNode>();
        boolean all = arguments.has('a');
        run.files().list(path).forEach((name, node) -> {
            if (all || arguments.has('A') || !name.startsWith(".")) {
                shown.put(name, node);
            }
        });
        if (all) {
            shown.put(".", run.files().find(path).orElseThrow());
            shown.put("..", run.files().find(FilePath.parent(path)).orElseThrow());
        }
        return shown;
    }

    private void show(Map<String, FileNode> nodes) {
        if (arguments.has('l')) {
            nodes.forEach((name, node) -> out.append(line(name, node)).append('\n'));
        } else if (run.terminal() && !arguments.has('1')) {
            columns(List.copyOf(nodes.keySet()));
        } else {
            nodes.keySet().forEach(name -> out.append(name).append('\n'));
        }
    }

    private static String line(String name, FileNode node) {
        return String.format(
                "%s%s %4d root     root     %9d %s %s",
                node.isDirectory() ? "d" : "-",
                permissions(node.mode()),
                node.isDirectory() ? 2 : 1,
                node.isDirectory() ? 4096 : node.size(),
                CHANGED.format(node.changed()),
                name);
    }

    static String permissions(int mode) {
        var text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }

    private void columns(List<String> names) {
        int width = names.stream().mapToInt(String::length).max().orElse(0) + 2;
        int columns = Math.max(1, TERMINAL / width);
        int rows = (names.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            var line = new StringBuilder();
            for (int i = row; i < names.size(); i += rows) {
                line.append(names.get(i)).append(" ".repeat(width - names.get(i).length()));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
