package io.kubelayers.nucleus.validation;

/** The forms of sentence in which upstream says what is wrong with a text. */
final class Complaint {
    static final String EMPTY = "must be non-empty";

    private Complaint() {}

    /** The sentence, examples that would do, and the pattern. */
    static String pattern(String sentence, String regex, String... examples) {
        var out = new StringBuilder(sentence).append(" (");
        for (int i = 0; i < examples.length; i++) {
            out.append(i == 0 ? "e.g. " : " or ")
                    .append('\'')
                    .append(examples[i])
                    .append("', ");
        }
        return out.append("regex used for validation is '")
                .append(regex)
                .append("')")
                .toString();
    }

    /** Older rules count bytes too, but say characters. */
    static String longerThan(int characters) {
        return "must be no more than " + characters + " characters";
    }

    static String longerThanBytes(int bytes) {
        return "must be no more than " + bytes + " bytes";
    }

    static String outside(long low, long high) {
        return "must be between " + low + " and " + high + ", inclusive";
    }
}
