/**
 * What conversions between records and the models of other projects share: JSON is the form both speak, and nothing may get
 * lost on the way.
 */
@NullMarked
package io.kubelayers.interfaces.testkit.models;

import org.jspecify.annotations.NullMarked;
