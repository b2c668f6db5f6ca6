package io.kubelayers.nucleus.explain;

import com.google.common.html.HtmlEscapers;

/** Prints any explanation as text, JSON or an HTML fragment. */
public final class Render {
    private Render() {}

    /** Indented lines: a mark, the subject, the message and the inputs of each finding. */
    public static String text(Explained decision) {
        return text(decision.finding());
    }

    public static String text(Finding finding) {
        var out = new StringBuilder();
        text(finding, 0, out);
        return out.toString();
    }

    private static void text(Finding finding, int depth, StringBuilder out) {
        out.append("  ".repeat(depth)).append(symbol(finding.mark())).append(' ');
        if (!finding.subject().isEmpty()) {
            out.append(finding.subject()).append(": ");
        }
        out.append(finding.message());
        if (!finding.inputs().isEmpty()) {
            out.append(" (");
            var separator = "";
            for (var input : finding.inputs().entrySet()) {
                out.append(separator).append(input.getKey()).append(' ').append(input.getValue());
                separator = ", ";
            }
            out.append(')');
        }
        out.append(" [").append(finding.code()).append("]\n");
        for (var child : finding.children()) {
            text(child, depth + 1, out);
        }
    }

    private static String symbol(Finding.Mark mark) {
        return switch (mark) {
            case PASS -> "+";
            case FAIL -> "-";
            case NOTE -> "·";
        };
    }

    /** A JSON object with the fields of {@link Finding}, in their order. */
    public static String json(Explained decision) {
        return json(decision.finding());
    }

    public static String json(Finding finding) {
        var out = new StringBuilder();
        json(finding, out);
        return out.toString();
    }

    private static void json(Finding finding, StringBuilder out) {
        out.append("{\"mark\":");
        quote(finding.mark().name().toLowerCase(java.util.Locale.ROOT), out);
        out.append(",\"code\":");
        quote(finding.code(), out);
        out.append(",\"subject\":");
        quote(finding.subject(), out);
        out.append(",\"message\":");
        quote(finding.message(), out);
        out.append(",\"inputs\":{");
        var separator = "";
        for (var input : finding.inputs().entrySet()) {
            out.append(separator);
            quote(input.getKey(), out);
            out.append(':');
            quote(input.getValue(), out);
            separator = ",";
        }
        out.append("},\"children\":[");
        separator = "";
        for (var child : finding.children()) {
            out.append(separator);
            json(child, out);
            separator = ",";
        }
        out.append("]}");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"')
                .append(tools.jackson.core.io.JsonStringEncoder.getInstance().quoteAsCharArray(text))
                .append('"');
    }

    /** Nested lists; each item carries the class {@code pass}, {@code fail} or {@code note}. */
    public static String html(Explained decision) {
        return html(decision.finding());
    }

    public static String html(Finding finding) {
        var out = new StringBuilder("<ul class=\"finding\">");
        html(finding, out);
        return out.append("</ul>").toString();
    }

    private static void html(Finding finding, StringBuilder out) {
        var escape = HtmlEscapers.htmlEscaper();
        out.append("<li class=\"")
                .append(finding.mark().name().toLowerCase(java.util.Locale.ROOT))
                .append("\">");
        if (!finding.subject().isEmpty()) {
            out.append("<b>").append(escape.escape(finding.subject())).append("</b> ");
        }
        out.append(escape.escape(finding.message()));
        if (!finding.inputs().isEmpty()) {
            out.append(" <small>");
            var separator = "";
            for (var input : finding.inputs().entrySet()) {
                out.append(separator).append(escape.escape(input.getKey() + " " + input.getValue()));
                separator = ", ";
            }
            out.append("</small>");
        }
        out.append(" <code>").append(escape.escape(finding.code())).append("</code>");
        if (!finding.children().isEmpty()) {
            out.append("<ul>");
            for (var child : finding.children()) {
                html(child, out);
            }
            out.append("</ul>");
        }
        out.append("</li>");
    }
}
