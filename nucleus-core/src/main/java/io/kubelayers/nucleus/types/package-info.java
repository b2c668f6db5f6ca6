/**
 * The kinds a server or client knows: upstream's scheme, REST mapper and discovery data in one immutable value.
 *
 * <p>{@link io.kubelayers.nucleus.types.TypeRegistry} is the way in. It is made from records with {@link
 * io.kubelayers.nucleus.api.Kind}, and grows and shrinks with custom resource definitions.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL);
 * ResourceType pods = types.resolve("po").orElseThrow();
 * pods.apiVersion();                                   // v1
 * pods.namespaced();                                   // true
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.types;

import org.jspecify.annotations.NullMarked;
