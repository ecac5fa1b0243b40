/** Topic {@code forms}: the forms that websites may send, as published. */
@NullMarked
package dev.seventouch.events.form;

import org.jspecify.annotations.NullMarked;
