/** Says when access reviews are overdue. */
@NullMarked
package dev.lintel.routes.review;

import org.jspecify.annotations.NullMarked;
