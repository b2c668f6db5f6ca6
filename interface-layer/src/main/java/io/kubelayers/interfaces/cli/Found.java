package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.List;

/**
 * Objects of one resource.
 *
 * @param type the resource
 * @param objects its objects, by namespace and name
 */
record Found(ResourceType type, List<KubernetesObject> objects) {}
