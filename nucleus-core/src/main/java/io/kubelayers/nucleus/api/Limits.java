package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declared limits of a value; -1 means none. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limits {
    int maxItems() default -1;

    int minLength() default -1;

    int maxLength() default -1;

    long minimum() default Long.MIN_VALUE;

    String format() default "";

    String pattern() default "";
}
