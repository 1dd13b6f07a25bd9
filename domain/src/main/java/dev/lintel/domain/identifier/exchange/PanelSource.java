package dev.lintel.domain.identifier.exchange;

import java.util.List;

/** Fetches what a panel has. */
public interface PanelSource {
    /** The most identifiers that are taken from one panel. */
    int MOST = 20_000;

    /**
     * All identifiers of the panel, counted from 1 as it lists them.
     *
     * @throws PanelUnavailableException with the reason
     */
    List<ListedIdentifier> list(PanelAccess access) throws PanelUnavailableException;
}
