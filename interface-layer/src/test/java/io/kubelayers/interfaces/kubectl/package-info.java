/** The real kubectl and helm against a served cluster, a class a topic. All are skipped where the programs are not there. */
@org.jspecify.annotations.NullMarked
package io.kubelayers.interfaces.kubectl;
