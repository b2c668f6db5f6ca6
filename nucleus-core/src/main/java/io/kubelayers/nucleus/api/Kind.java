package io.kubelayers.nucleus.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a Kubernetes kind: the one source for routing, discovery, selectors and table columns.
 *
 * <p>Source: the resource tables of Kubernetes v1.35.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** API group; empty for the core group. */
    String group() default "";

    String version();

    /** Kind; empty means the simple name of the record. */
    String kind() default "";

    /** Lower-case plural used in paths. */
    String plural();

    /** Lower-case singular; empty means the kind in lower case. */
    String singular() default "";

    Scope scope() default Scope.NAMESPACED;

    String[] shortNames() default {};

    String[] categories() default {};

    String[] verbs() default {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"};

    /** Field selectors beyond metadata.name and metadata.namespace. */
    String[] fieldSelectors() default {};

    Subresource[] subresources() default {};

    Column[] columns() default {};

    /** The record in which objects of this kind are held, where another served version is the hub. */
    Class<?> hub() default void.class;

    /** False for kinds that an extension serves, not the main server. */
    boolean served() default true;
}
