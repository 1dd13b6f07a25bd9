package dev.lintel.ui.access.matrix;

import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.MatrixWay;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.restriction.RestrictionView;
import dev.lintel.ui.schedule.SchedulesView;
import dev.lintel.ui.user.people.UserView;
import java.util.List;
import java.util.stream.Stream;

/** Where cells of the matrix lead to; a page that somebody may not see is not linked. */
record MatrixLinks(Actor actor) {
    /** The links in one cell. */
    @FunctionalInterface
    interface Of {
        List<CellLink> cell(MatrixCell cell);
    }

    List<CellLink> owner(MatrixCell cell) {
        long project = cell.holder().project();
        return List.of(
                link(cell.holder().owner(), UserView.path(project, cell.holder().user()), Permission.USER_VIEW));
    }

    List<CellLink> door(MatrixCell cell) {
        return List.of(new CellLink(
                cell.place().name(),
                OpenersView.path(cell.holder().project(), cell.place().device().id())));
    }

    List<CellLink> restrictions(MatrixCell cell) {
        long project = cell.holder().project();
        return cell.ways().stream()
                .map(way -> link(
                        way.name(),
                        RestrictionView.path(project, way.restriction()),
                        Permission.ACCESS_RESTRICTION_VIEW))
                .toList();
    }

    /** @param always what is said of a way without a schedule */
    List<CellLink> schedules(MatrixCell cell, String always) {
        long project = cell.holder().project();
        Stream<CellLink> named = cell.ways().stream()
                .map(MatrixWay::schedules)
                .flatMap(List::stream)
                .map(one -> link(one.name(), SchedulesView.path(project, one.id()), Permission.SCHEDULE_VIEW));
        Stream<CellLink> unlimited =
                cell.ways().stream().filter(way -> way.schedules().isEmpty()).map(way -> new CellLink(always, ""));
        return Stream.concat(unlimited, named).distinct().toList();
    }

    private CellLink link(String name, String path, Permission needed) {
        return new CellLink(name, actor.reach(needed) instanceof Reach.Nothing ? "" : path);
    }
}
