/** The mailer's HTTP face. */
@NullMarked
package dev.seventouch.mailer.web;

import org.jspecify.annotations.NullMarked;
