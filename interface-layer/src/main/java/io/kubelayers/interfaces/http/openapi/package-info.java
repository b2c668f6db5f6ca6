/**
 * The API described in OpenAPI, version 3 a group version and version 2 for all: what {@code kubectl explain}, validation
 * on the client's side and typed clients read. Made from the type registry; custom kinds bring their own schema.
 *
 * <pre>{@code
 * var document = OpenApi.of(cluster.types(), kind -> Optional.empty()).document("apps", "v1");
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.openapi;

import org.jspecify.annotations.NullMarked;
