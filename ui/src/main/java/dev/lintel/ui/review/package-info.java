/** Reviews of access in the browser: started, decided, verified, and taken along by auditors. */
@NullMarked
package dev.lintel.ui.review;

import org.jspecify.annotations.NullMarked;
