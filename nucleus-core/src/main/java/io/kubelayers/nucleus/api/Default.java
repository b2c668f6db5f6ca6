package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Value that a field gets wherever its type occurs when it is not set, as JSON scalar text. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();

    /** Whether the published schema shows the default. */
    boolean published() default false;
}
