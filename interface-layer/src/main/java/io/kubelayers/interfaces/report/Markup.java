package io.kubelayers.interfaces.report;

import com.google.common.html.HtmlEscapers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes well-formed markup, XML and HTML alike: everything is escaped, every element closed. */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes come as name, value, name, value. Numbers are written with two decimals. */
    Markup open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Markup empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String text) {
        out.append(HtmlEscapers.htmlEscaper().escape(text));
        return this;
    }

    /** An element with nothing but text in it. */
    Markup leaf(String element, String text, Object... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** Markup made elsewhere. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.2f", number)
                : HtmlEscapers.htmlEscaper().escape(String.valueOf(value));
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
