package dev.lintel.routes.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Under {@code /api} a body is a body: never a form, whatever its Content-Type says, and of bounded size. Panels send JSON
 * without saying so, and {@code curl -d} calls it a form; the servlet container would then swallow it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiBodyFilter extends OncePerRequestFilter {
    /** In bytes; a push of logs has a tenth of it. */
    private static final long MOST = 1L << 20;

    /** Three times what a photo may have, so that whoever sends too large a one is told so by name. */
    private static final long MOST_OF_A_PHOTO = 16L << 20;

    /** A site of a hundred buildings has about 40 MB. */
    private static final long MOST_OF_A_SITE = 1L << 30;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new ApiRequest(request, most(request.getServletPath())), response);
    }

    private static long most(String path) {
        if (path.endsWith("/import")) {
            return MOST_OF_A_SITE;
        }
        return path.endsWith("/photo") ? MOST_OF_A_PHOTO : MOST;
    }
}
