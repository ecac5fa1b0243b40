/** What is measured, and in what order; the same for whoever is measured. */
@NullMarked
package dev.seventouch.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
