package io.kubelayers.nucleus.codec;

/** Where values are written to: a tree or JSON text. */
interface Sink {
    void startObject();

    /** A key that is known to need no escaping, with its quoted form. */
    void key(String name, String quoted);

    /** Any key. */
    void key(String name);

    void endObject();

    void startArray();

    void endArray();

    void string(String value);

    void bool(boolean value);

    void whole(long value);

    void number(double value);

    void nothing();

    /** Whether empty lists that were sent are told from those that were not. */
    default boolean tellsGivenLists() {
        return false;
    }

    /** A tree as it is. */
    void tree(Object tree);
}
