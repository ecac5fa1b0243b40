/** What the desk knows of a lead: who it is, how it stands, what comes next. */
@NullMarked
package dev.seventouch.desk.lead;

import org.jspecify.annotations.NullMarked;
