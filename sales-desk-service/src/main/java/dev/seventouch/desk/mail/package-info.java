/** Mail of which nobody but a person can tell what it is. */
@NullMarked
package dev.seventouch.desk.mail;

import org.jspecify.annotations.NullMarked;
