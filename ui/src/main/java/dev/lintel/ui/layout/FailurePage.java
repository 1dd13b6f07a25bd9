package dev.lintel.ui.layout;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something failed that should not. The log has it; the page gives nothing away. */
@AnonymousAllowed
class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("a view failed", parameter.getCaughtException());
        explain("error.failedTitle", "error.failedText");
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
