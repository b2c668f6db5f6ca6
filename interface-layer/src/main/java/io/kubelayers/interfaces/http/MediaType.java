package io.kubelayers.interfaces.http;

import java.util.Locale;

/** The formats of bodies. */
enum MediaType {
    JSON("application/json", true),
    YAML("application/yaml", false),
    /** For kinds that have records. */
    PROTOBUF("application/vnd.kubernetes.protobuf", true);

    private final String text;
    private final boolean streams;

    MediaType(String text, boolean streams) {
        this.text = text;
        this.streams = streams;
    }

    String text() {
        return text;
    }

    String type() {
        return text.substring(0, text.indexOf('/'));
    }

    String subtype() {
        return text.substring(text.indexOf('/') + 1);
    }

    /** Whether events can be sent one by one in it. */
    boolean streams() {
        return streams;
    }

    /** The type a Content-Type header names, without its parameters. */
    static String named(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
