/** Forms of a website, as declared in the campaign's files. */
@NullMarked
package dev.seventouch.intake.form;

import org.jspecify.annotations.NullMarked;
