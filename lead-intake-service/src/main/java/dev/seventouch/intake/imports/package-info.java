/** Lists of leads as CSV: read in any form that spreadsheets write, checked as a whole, and taken in row by row. */
@NullMarked
package dev.seventouch.intake.imports;

import org.jspecify.annotations.NullMarked;
