/** The plan: what touches a lead gets, and in which order. Pure. */
@NullMarked
package dev.seventouch.engine.cadence;

import org.jspecify.annotations.NullMarked;
