/** Links in mail: a GET shows a page and changes nothing, a POST acts. */
@NullMarked
package dev.seventouch.intake.link;

import org.jspecify.annotations.NullMarked;
