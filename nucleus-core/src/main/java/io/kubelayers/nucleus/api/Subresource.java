package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A subresource of a kind: its name, verbs and, where it is not the kind itself, the kind of its body. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Subresource {
    String name();

    String[] verbs();

    /** Kind of the body; empty means the parent kind. */
    String kind() default "";
}
