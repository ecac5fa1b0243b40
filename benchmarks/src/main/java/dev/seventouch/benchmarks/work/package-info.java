/** The work: leads and touches as the house has them. */
@NullMarked
package dev.seventouch.benchmarks.work;

import org.jspecify.annotations.NullMarked;
