@NullMarked
package dev.lintel.routes.basip;

import org.jspecify.annotations.NullMarked;
