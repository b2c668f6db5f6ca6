/**
 * Discovery: which groups, versions and resources a server has, in upstream's two forms, one document a group version and
 * one for all ({@code apidiscovery.k8s.io}). Made from the type registry; nothing is listed by hand.
 *
 * <pre>{@code
 * var discovery = Discovery.of(cluster.types());
 * discovery.resources("apps", "v1");     // kind: APIResourceList …
 * }</pre>
 */
@NullMarked
package io.kubelayers.interfaces.http.discovery;

import org.jspecify.annotations.NullMarked;
