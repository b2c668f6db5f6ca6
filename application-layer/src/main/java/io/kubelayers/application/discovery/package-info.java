/**
 * Services, their endpoints, addresses and names.
 *
 * <pre>
 *  Service ──selector──► pods ──► {@link io.kubelayers.application.discovery.EndpointSliceDecision EndpointSlices}
 *     │                                        │
 *     │ {@link io.kubelayers.application.discovery.ServiceAllocation cluster IP, node ports}            ├──► {@link io.kubelayers.application.discovery.ServiceDns names}
 *     └──────────────────────────────►─────────┴──► {@link io.kubelayers.application.discovery.ServiceProxy the endpoint a connection reaches}
 * </pre>
 *
 * All four are pure functions over records and say why:
 *
 * <pre>{@code
 * var route = ServiceProxy.of(service, slices)
 *         .route(Connection.fromPod("10.0.0.7", 80, "node-1", "zone-a"), null, now, random);
 * route.explain();     // goes to 10.0.1.4:8080: one of 3 by chance
 * }</pre>
 */
@ApiPackage("core/v1")
@NullMarked
package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.api.ApiPackage;
import org.jspecify.annotations.NullMarked;
