package io.kubelayers.nucleus.codec;

/**
 * A place in a text.
 *
 * @param source name of the text; empty if it has none
 * @param line line, from 1; 0 if the place is not known
 * @param column column, from 1
 */
public record Location(String source, int line, int column) {
    /** No place: the value did not come from a text. */
    public static final Location NONE = new Location("", 0, 0);

    /** Whether there is a place. */
    public boolean known() {
        return line > 0;
    }

    /** As compilers print it: {@code shop.yaml:12:7}; without a name {@code 12:7}; empty if not known. */
    @Override
    public String toString() {
        if (!known()) {
            return source;
        }
        String place = line + ":" + column;
        return source.isEmpty() ? place : source + ":" + place;
    }
}
