/** The desk's JSON over HTTP. */
@NullMarked
package dev.seventouch.desk.web;

import org.jspecify.annotations.NullMarked;
