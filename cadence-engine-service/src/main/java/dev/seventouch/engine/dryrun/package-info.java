/** What a dry run reads and prints: plans, scripts and lists of leads from files; calendars as text, JSON and iCalendar. */
@NullMarked
package dev.seventouch.engine.dryrun;

import org.jspecify.annotations.NullMarked;
