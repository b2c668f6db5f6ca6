package io.kubelayers.interfaces.table;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints tables as kubectl does: upper-case headers, columns that are three spaces apart, at least six characters each.
 * Spaces at line ends are left out.
 *
 * @param wide with the columns of priority 1
 * @param header with the column titles
 * @param namespaces with the namespace of each object first
 * @param labels with the labels of each object last
 * @param prefix what stands before each name, such as {@code pod/}; empty for nothing
 */
public record TableText(boolean wide, boolean header, boolean namespaces, boolean labels, String prefix) {
    private static final int GAP = 3;
    private static final int LEAST = 6;

    /** Columns of priority 0 only, with a header. */
    public static TableText plain() {
        return new TableText(false, true, false, false, "");
    }

    /** The table as {@code kubectl get} prints it. */
    public static String of(Table table) {
        return plain().print(table);
    }

    public TableText withWide(boolean value) {
        return new TableText(value, header, namespaces, labels, prefix);
    }

    public TableText withHeader(boolean value) {
        return new TableText(wide, value, namespaces, labels, prefix);
    }

    public TableText withNamespaces(boolean value) {
        return new TableText(wide, header, value, labels, prefix);
    }

    public TableText withLabels(boolean value) {
        return new TableText(wide, header, namespaces, value, prefix);
    }

    public TableText withPrefix(String value) {
        return new TableText(wide, header, namespaces, labels, value);
    }

    /** The lines of a table, each ended. */
    public String print(Table table) {
        var lines = new ArrayList<List<String>>();
        if (header) {
            lines.add(titles(table));
        }
        for (var row : table.rows()) {
            lines.add(line(table, row));
        }
        return align(lines);
    }

    private List<String> titles(Table table) {
        var titles = new ArrayList<String>();
        if (namespaces) {
            titles.add("NAMESPACE");
        }
        for (var column : table.columnDefinitions()) {
            if (shown(column)) {
                titles.add(column.name().toUpperCase(Locale.ROOT));
            }
        }
        if (labels) {
            titles.add("LABELS");
        }
        return titles;
    }

    private List<String> line(Table table, Table.Row row) {
        var line = new ArrayList<String>();
        var object = row.object() instanceof KubernetesObject known ? known : null;
        if (namespaces) {
            line.add(object == null ? "" : object.metadata().namespaceOrEmpty());
        }
        boolean named = false;
        for (int i = 0; i < table.columnDefinitions().size(); i++) {
            var column = table.columnDefinitions().get(i);
            boolean name = !named && column.format().equals("name");
            named |= name;
            if (shown(column)) {
                var text = text(row.cells().get(i));
                line.add(name ? prefix + text : text);
            }
        }
        if (labels) {
            line.add(object == null ? "" : Cells.labels(object.metadata().labels()));
        }
        return line;
    }

    private boolean shown(Table.ColumnDefinition column) {
        return wide || column.priority() == 0;
    }

    private static String text(@Nullable Object cell) {
        var text = cell == null ? "" : cell.toString();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' || text.charAt(i) == '\f') {
                return text.substring(0, i) + "...";
            }
        }
        return text;
    }

    /** Lines of cells below each other, as kubectl aligns them. */
    public static String align(List<List<String>> lines) {
        var widths = new ArrayList<Integer>();
        for (var line : lines) {
            for (int i = 0; i < line.size(); i++) {
                int width = Math.max(LEAST, length(line.get(i)) + GAP);
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        var out = new StringBuilder();
        for (var line : lines) {
            var text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                text.append(line.get(i)).append(" ".repeat(widths.get(i) - length(line.get(i))));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
