/**
 * Objects to and from text: JSON and YAML as Kubernetes reads and writes them.
 *
 * <p>{@link io.kubelayers.nucleus.codec.Codec} is the way in. In the middle there is always a <em>tree</em>, plain Java:
 * linked maps, lists, strings, {@code Long}, {@code Double}, {@code Boolean} and null, never changed once made. Patches and
 * schemas work on trees; records come from trees and become trees (or text at once) by their
 * {@link io.kubelayers.nucleus.api.RecordSchema}.
 *
 * <pre>{@code
 * JSON text ──┐                                  ┌──► JSON text (upstream's field order, byte for byte)
 * YAML text ──┴──► tree ◄──► record, DynamicObject ──► tree ──► YAML text (as kubectl prints it)
 *
 * Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
 * Pod pod = codec.read(text, Pod.class);
 * List<KubernetesObject> shop = codec.readAll(text, ReadOptions.strict().named("shop.yaml"));
 * String json = codec.toJson(pod);
 * }</pre>
 *
 * <p>Reading is safe on hostile input: size, depth, number length and alias expansion are limited, and every failure is a
 * {@link io.kubelayers.nucleus.codec.DecodeException} that says where.
 */
@NullMarked
package io.kubelayers.nucleus.codec;

import org.jspecify.annotations.NullMarked;
