package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import org.springframework.stereotype.Service;

/** Lets those who import identifiers see what a panel has, to take it from there. The login is used once and not kept. */
@Service
public class PanelLists {
    private final PanelSource panels;
    private final ProjectStore projects;

    PanelLists(PanelSource panels, ProjectStore projects) {
        this.panels = panels;
        this.projects = projects;
    }

    /**
     * All identifiers of a panel. Takes as long as the panel does, a minute at most.
     *
     * @throws PanelUnavailableException with the reason
     * @throws NoSuchIdentifierException when there is no such project to see
     */
    public List<ListedIdentifier> fetch(Actor actor, long project, String address, String user, String password)
            throws PanelUnavailableException {
        actor.requireReach(Permission.IDENTIFIER_IMPORT);
        actor.requireReach(Permission.IDENTIFIER_CREATE);
        if (!actor.sees(project) || projects.byId(project).isEmpty()) {
            throw new NoSuchIdentifierException(Long.toString(project));
        }
        return panels.list(PanelAccess.of(address, user, password));
    }
}
