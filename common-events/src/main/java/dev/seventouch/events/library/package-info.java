/** Topic {@code library}: pieces of content, each a valid reason to be in touch. */
@NullMarked
package dev.seventouch.events.library;

import org.jspecify.annotations.NullMarked;
