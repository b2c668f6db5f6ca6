/**
 * What a CustomResourceDefinition says about its objects, worked out on JSON trees: which fields are kept, which are
 * filled in, which values are wrong, where the replicas are, and which names a definition gets. Knows nothing of servers.
 */
@NullMarked
package io.kubelayers.nucleus.customresource;

import org.jspecify.annotations.NullMarked;
