/** HTTP for operators, and what all pages share. */
@NullMarked
package dev.seventouch.intake.web;

import org.jspecify.annotations.NullMarked;
