package io.kubelayers.nucleus.codec;

/** A tree that knows its JSON, because many objects have it in common or it is kept in another form. */
public interface KnownJson {
    /** The JSON text of the tree, as {@link Codec#json} would write it. */
    String json();
}
