package io.kubelayers.interfaces.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Accept header as a list of wishes, the dearest first. */
final class AcceptHeader {
    /**
     * One acceptable type.
     *
     * @param type such as {@code application}, or {@code *}
     * @param subtype such as {@code json}, or {@code *}
     * @param parameters parameters but the quality
     * @param quality between 0 and 1
     */
    record Clause(String type, String subtype, Map<String, String> parameters, double quality) {
        boolean covers(String otherType, String otherSubtype) {
            return (type.equals("*") || type.equals(otherType))
                    && (subtype.equals("*") || subtype.equals(otherSubtype));
        }
    }

    private AcceptHeader() {}

    static List<Clause> parse(String header) {
        var clauses = new ArrayList<Clause>();
        for (var part : header.split(",")) {
            var clause = clause(part.strip());
            if (clause != null) {
                clauses.add(clause);
            }
        }
        clauses.sort((a, b) -> {
            int byQuality = Double.compare(b.quality(), a.quality());
            if (byQuality != 0) {
                return byQuality;
            }
            int byType = Boolean.compare(a.type().equals("*"), b.type().equals("*"));
            return byType != 0
                    ? byType
                    : Boolean.compare(a.subtype().equals("*"), b.subtype().equals("*"));
        });
        return clauses;
    }

    private static @org.jspecify.annotations.Nullable Clause clause(String text) {
        var parts = text.split(";", -1);
        var names = parts[0].strip().split("/", -1);
        if (names.length > 2 || names[0].isBlank() || names.length == 1 && !names[0].equals("*")) {
            return null;
        }
        var parameters = new LinkedHashMap<String, String>();
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            var pair = parts[i].split("=", 2);
            var name = pair[0].strip();
            var value = pair.length > 1 ? pair[1].strip() : "";
            if (name.equals("q")) {
                quality = number(value);
            } else if (!name.isEmpty()) {
                parameters.put(name, value);
            }
        }
        var type = names[0].strip().toLowerCase(Locale.ROOT);
        var subtype = names.length > 1 ? names[1].strip().toLowerCase(Locale.ROOT) : "*";
        return new Clause(type, subtype, parameters, quality);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
