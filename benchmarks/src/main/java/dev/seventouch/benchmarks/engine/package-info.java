/** The cadence engine as it runs in production, told everything by topics. */
@NullMarked
package dev.seventouch.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
