/**
 * Reads expressions of the Common Expression Language and finds their types, as admission policies and match conditions of
 * webhooks have them. Nothing is evaluated here: this is what a server does before it stores an expression.
 *
 * <pre>{@code
 * var environment = Environment.empty().with("object", Type.DYN);
 * Expression.check("object.spec.replicas > 1", environment).type(); // bool
 * Expression.check("bogus.x", environment).complaint();
 * // compilation failed: ERROR: <input>:1:1: undeclared reference to 'bogus' (in container '')
 * //  | bogus.x
 * //  | ^
 * }</pre>
 *
 * <p>Operators are checked with all their overloads; functions by their names alone, since those of Kubernetes' libraries are
 * many and take almost anything.
 */
@NullMarked
package io.kubelayers.nucleus.cel;

import org.jspecify.annotations.NullMarked;
