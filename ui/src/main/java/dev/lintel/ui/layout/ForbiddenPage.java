package dev.lintel.ui.layout;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import dev.lintel.domain.permission.PermissionDeniedException;
import jakarta.annotation.security.PermitAll;

/** A page that this person may not see: told apart from one that does not exist, it would tell what there is. */
@ParentLayout(MainLayout.class)
@PermitAll
class ForbiddenPage extends ErrorPage implements HasErrorParameter<PermissionDeniedException> {
    private static final long serialVersionUID = 1L;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<PermissionDeniedException> parameter) {
        explain("error.notFoundTitle", "error.notFoundText");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
