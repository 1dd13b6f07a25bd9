/** Tests of the access matrix. */
@NullMarked
package dev.lintel.domain.access.matrix;

import org.jspecify.annotations.NullMarked;
