/** Photos of people: checked, cut to a square, made small. */
@NullMarked
package dev.lintel.domain.user.photo;

import org.jspecify.annotations.NullMarked;
