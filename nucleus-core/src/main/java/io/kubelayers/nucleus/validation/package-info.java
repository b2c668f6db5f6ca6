/**
 * What makes an object valid, and how the API server says what is wrong with one.
 *
 * <p>A {@link io.kubelayers.nucleus.validation.FieldPath} names a place in an object, a
 * {@link io.kubelayers.nucleus.validation.FieldError} says what is wrong there, in upstream's words. Rules are pure
 * functions that return a list, empty if all is well; several errors at once are the normal case.
 *
 * <pre>{@code
 * var image = FieldPath.of("spec", "containers").index(0).child("image");
 * FieldError.required(image, "").toString();    // spec.containers[0].image: Required value
 * Names.dnsLabel("My_App");                     // [a lowercase RFC 1123 label must consist of ...]
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.validation;

import org.jspecify.annotations.NullMarked;
