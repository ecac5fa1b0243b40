/** Topic {@code schedule}: the next touch of each lead, for people and their calendars. */
@NullMarked
package dev.seventouch.events.schedule;

import org.jspecify.annotations.NullMarked;
