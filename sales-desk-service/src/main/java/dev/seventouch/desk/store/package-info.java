/**
 * Keeps leads, tasks and timelines in MongoDB; the only place that knows it. Documents are public records: the driver reads
 * no others.
 */
@NullMarked
package dev.seventouch.desk.store;

import org.jspecify.annotations.NullMarked;
