/** What panels tell of themselves over their own HTTP interface, asked for carefully. */
@NullMarked
package dev.lintel.routes.panel;

import org.jspecify.annotations.NullMarked;
