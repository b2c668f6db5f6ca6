/**
 * Reviews: questions about access and identity that are asked by creating an object. Nothing is stored; the answer is
 * the status of the object that comes back.
 *
 * <pre>{@code
 * var asked = SelfSubjectAccessReviewBuilder.builder()
 *         .spec(new SelfSubjectAccessReview.Spec(deletePods, null))
 *         .build();
 * client.create(asked).status().allowed();    // what kubectl auth can-i asks
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.review;

import org.jspecify.annotations.NullMarked;
