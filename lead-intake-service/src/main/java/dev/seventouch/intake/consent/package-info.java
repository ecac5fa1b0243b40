/** What a lead agreed to, in which words, where and when. */
@NullMarked
package dev.seventouch.intake.consent;

import org.jspecify.annotations.NullMarked;
