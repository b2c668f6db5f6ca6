/**
 * Runtime classes: what runs a pod's containers besides the usual, which nodes offer it and what it costs on top.
 *
 * <p>{@link io.kubelayers.nucleus.runtimeclass.RuntimeClassAdmission} applies the class that a pod names.
 */
@NullMarked
package io.kubelayers.nucleus.runtimeclass;

import org.jspecify.annotations.NullMarked;
