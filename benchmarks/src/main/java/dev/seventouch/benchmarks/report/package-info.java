/** What was measured: kept, compared and printed. */
@NullMarked
package dev.seventouch.benchmarks.report;

import org.jspecify.annotations.NullMarked;
