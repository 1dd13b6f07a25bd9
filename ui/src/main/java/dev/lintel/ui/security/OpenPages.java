package dev.lintel.ui.security;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.JsonConstants;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers on whose behalf each open page was built. When that person may do something else by now, or belongs somewhere
 * else, the page gets and does nothing more: its next request is answered with loading it anew. So a view may keep the actor
 * that it was built for.
 */
@Component
public class OpenPages implements RequestHandler {
    private static final long serialVersionUID = 1L;

    /** What views offer for download, and take as upload. */
    private static final Pattern RESOURCE = Pattern.compile("/VAADIN/dynamic/resource/(\\d{1,9})/.*");

    private final transient CurrentActor current;

    OpenPages(CurrentActor current) {
        this.current = current;
    }

    /** The page is being built for whoever is logged in at this moment. */
    public void built(UI page) {
        ComponentUtil.setData(page, Actor.class, current.get());
    }

    /** Whether it was built for somebody who may do something else by now. Asked with the page locked. */
    public boolean isOutdated(UI page) {
        Actor then = ComponentUtil.getData(page, Actor.class);
        return then != null && !then.equals(now());
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        boolean event = HandlerHelper.isRequestType(request, RequestType.UIDL);
        if (!isOutdated(session, request, event)) {
            return false;
        }
        if (event) {
            // what the framework answers when a session is over: the browser loads the page again
            String reload = VaadinService.createCriticalNotificationJSON(null, null, null, null);
            session.getService().writeUncachedStringResponse(response, JsonConstants.JSON_CONTENT_TYPE, reload);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
        }
        return true;
    }

    private boolean isOutdated(VaadinSession session, VaadinRequest request, boolean event) {
        session.lock();
        try {
            UI page = event ? session.getService().findUI(request) : offering(session, request);
            return page != null && isOutdated(page);
        } finally {
            session.unlock();
        }
    }

    private static @Nullable UI offering(VaadinSession session, VaadinRequest request) {
        String path = request.getPathInfo();
        Matcher resource = RESOURCE.matcher(path == null ? "" : path);
        return resource.matches() ? session.getUIById(Integer.parseInt(resource.group(1))) : null;
    }

    /** Null is nobody: the session is over. */
    private @Nullable Actor now() {
        try {
            return current.get();
        } catch (IllegalStateException nobody) {
            return null;
        }
    }
}
