/** What a touch looks like: locked-down templates, filled with plain words. */
@NullMarked
package dev.seventouch.mailer.template;

import org.jspecify.annotations.NullMarked;
