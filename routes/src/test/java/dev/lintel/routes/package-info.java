@NullMarked
package dev.lintel.routes;

import org.jspecify.annotations.NullMarked;
