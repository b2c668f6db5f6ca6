package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column of the table that a server prints for a kind. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Column {
    String name();

    String type() default "string";

    String format() default "";

    /** 0 always, 1 only in wide output. */
    int priority() default 0;
}
