/**
 * What Secrets do beyond the ordinary: text given in {@code stringData} becomes {@code data}, an immutable Secret stays as
 * it is, and its type never changes.
 *
 * <pre>{@code
 * new SecretRules().prepareForCreate(secret).data();     // with the entries of stringData
 * }</pre>
 */
@NullMarked
package io.kubelayers.nucleus.secret;

import org.jspecify.annotations.NullMarked;
