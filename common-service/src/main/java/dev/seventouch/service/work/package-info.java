/** How work that comes from many sides at the same time is carried out together. */
@org.jspecify.annotations.NullMarked
package dev.seventouch.service.work;
