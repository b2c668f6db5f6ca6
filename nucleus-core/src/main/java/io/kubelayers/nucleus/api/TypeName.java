package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Upstream's name of a type where the record or constants class is called otherwise: {@code PodStatus} on {@code
 * Pod.Status}. Published schemas and error messages use it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TypeName {
    /** The name; empty means the simple name of the class. */
    String value() default "";

    /**
     * Upstream's package, such as {@code core/v1}; empty means that of the enclosing class, of the kind, or of the Java
     * package ({@link ApiPackage}), whichever is said first.
     */
    String in() default "";
}
