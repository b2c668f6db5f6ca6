package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type with apiVersion and kind that is not a resource: options, reviews of webhooks, answers. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiType {
    String group() default "";

    String version();

    /** Kind; empty means the simple name of the record. */
    String kind() default "";
}
