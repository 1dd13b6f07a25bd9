/** What a person or a program may do. */
@NullMarked
package dev.lintel.domain.permission;

import org.jspecify.annotations.NullMarked;
