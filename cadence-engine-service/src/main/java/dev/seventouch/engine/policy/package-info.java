/** When a lead may be touched: hours, gaps and caps. Pure: knows no plan, no clock, no framework. */
@NullMarked
package dev.seventouch.engine.policy;

import org.jspecify.annotations.NullMarked;
