/** The site file: one project as JSON Lines, checked, compared, stored and written. */
@NullMarked
package dev.lintel.domain.site;

import org.jspecify.annotations.NullMarked;
