/** Storage classes, capacity and volume attributes (storage.k8s.io/v1). */
@NullMarked
package io.kubelayers.governance.storage;

import org.jspecify.annotations.NullMarked;
