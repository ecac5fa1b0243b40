/**
 * When a lead may be touched: hours, holidays, quiet days, gaps and caps; and how fast what is due goes out. Pure: knows no plan,
 * no clock, no framework.
 */
@NullMarked
package dev.seventouch.engine.policy;

import org.jspecify.annotations.NullMarked;
