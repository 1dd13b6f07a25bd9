/** How words of the product are spelled to the outside, and how foreign words are repeated safely. */
@NullMarked
package dev.lintel.domain.wire;

import org.jspecify.annotations.NullMarked;
